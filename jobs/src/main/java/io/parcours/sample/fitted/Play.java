package io.parcours.sample.fitted;

import java.util.ArrayList;
import java.util.List;

/** One journey: a customer goes through the levels until something ends it. */
final class Play {
    private static final double NEW_VISIT = 0.25;
    private static final double SKIPPED = 0.02;
    private static final double SKIPPED_WHERE_ALLOWED = 0.25;
    private static final double MOVED_BACK = 0.02;
    private static final double OFTEN = 0.92;
    private static final double USUAL = 0.6;

    private final Repertoire repertoire;
    private final Plants plants;
    private final Walk walk;
    private final Incidents incidents;
    private final Persuading persuading;
    private final PlantCounts counts;
    private boolean isEnded;
    private boolean hasConverted;

    Play(Repertoire repertoire, Plants plants, Walk walk, Incidents incidents, PlantCounts counts) {
        this.repertoire = repertoire;
        this.plants = plants;
        this.walk = walk;
        this.incidents = incidents;
        this.counts = counts;
        this.persuading = new Persuading(repertoire, plants, walk, counts);
    }

    /** Plays a journey from the first level, or a later one. */
    void play() {
        isEnded = false;
        hasConverted = false;
        incidents.begin();
        persuading.begin();
        int level = repertoire.levels.size() > 2 && walk.chance.is(0.05) ? 1 : 0;
        while (level < repertoire.levels.size() && !walk.isOver()) {
            if (isSkipped(level)) {
                level++;
                continue;
            }
            long entered = walk.clock();
            double fate = walk.chance.unit();
            boolean isBound = fate < plants.goOn[level];
            walkThrough(level, isBound);
            if (isEnded || walk.isOver() || !goesOn(level, fate)) {
                break;
            }
            leave(level, entered);
            level = moveBack(level);
            level++;
        }
        incidents.end();
    }

    private boolean isSkipped(int level) {
        if (level == repertoire.conversionLevel || level == 0) {
            return false;
        }
        boolean isPlanted = deviates(Plants.Deviating.SKIPPED, level);
        if (isPlanted) {
            counts.deviated++;
        }
        return isPlanted
                || walk.chance.is(repertoire.levels.get(level).isSkippable() ? SKIPPED_WHERE_ALLOWED : SKIPPED);
    }

    /** Whether this journey deviates here as planted; counts that it could. */
    private boolean deviates(Plants.Deviating kind, int level) {
        return plants.deviation
                .filter(plant -> plant.kind() == kind && plant.level() == level)
                .filter(plant -> {
                    counts.mayDeviate++;
                    return walk.chance.is(plant.share());
                })
                .isPresent();
    }

    /** Does what is done in a level; who will not go on stops somewhere in it. */
    private void walkThrough(int level, boolean isBound) {
        if (level == Math.max(0, repertoire.conversionLevel - 1)) {
            persuading.before(isBound);
        }
        List<Act> acts = chosen(level, isBound);
        for (int i = 0; i < acts.size() && !isEnded && !walk.isOver(); i++) {
            if (i > 0) {
                pause(level);
            }
            act(acts.get(i), level);
        }
        if (!isEnded && !walk.isOver()) {
            incidents.afterLevel(repertoire.levels.get(level));
        }
    }

    private List<Act> chosen(int level, boolean isBound) {
        List<Act> all = repertoire.levels.get(level).acts();
        if (level == repertoire.conversionLevel) {
            List<Act> converting = all.stream()
                    .filter(act -> repertoire.mayConvert(act.event()))
                    .toList();
            List<Act> others = all.stream()
                    .filter(act -> !repertoire.mayConvert(act.event()) && walk.chance.is(0.4))
                    .toList();
            List<Act> both = new ArrayList<>(others);
            both.add(walk.chance.of(converting));
            return both;
        }
        boolean isEarly = level < repertoire.conversionLevel;
        List<Act> chosen = new ArrayList<>();
        for (Act act : all) {
            boolean isPossible = !isEarly || !repertoire.mayConvert(act.event());
            if (isPossible && walk.chance.is(often(act, all.size(), isBound))) {
                chosen.add(act);
            } else if (isPossible && !isBound && !chosen.isEmpty() && walk.chance.is(0.5)) {
                break;
            }
        }
        return chosen.isEmpty() ? List.of(walk.chance.of(all)) : chosen;
    }

    /** Steps of funnels are taken by most who go on; of other things some are done, rather where one is. */
    private double often(Act act, int count, boolean isBound) {
        if (repertoire.funnelEvents.contains(act.event())) {
            return isBound ? OFTEN : USUAL;
        }
        return Math.min(USUAL, 1.6 / count) * (walk.isAtHand(act) ? 1.3 : 0.7);
    }

    private void act(Act act, int level) {
        Touch touch = walk.add(act.recipes());
        persuading.saw(touch);
        boolean converts = touch != null && level == repertoire.conversionLevel && repertoire.mayConvert(act.event());
        if (converts && !hasConverted) {
            hasConverted = true;
            persuading.converted();
        }
        if (touch != null) {
            isEnded = incidents.after(touch, repertoire.levels.get(level), hasConverted);
        }
    }

    private void pause(int level) {
        if (!repertoire.levels.get(level).isLimited() && walk.chance.is(NEW_VISIT)) {
            incidents.visitEnds();
            walk.pauseBetweenVisits();
        } else {
            walk.pauseWithinVisit();
        }
    }

    private boolean goesOn(int level, double fate) {
        double usual = plants.goOn[level];
        double odds = usual / (1 - usual) * incidents.oddsToGoOn();
        return level == repertoire.conversionLevel - 1 ? persuading.converts(odds, fate) : fate < odds / (1 + odds);
    }

    /** Waits before the next level: as long as the expected journey allows, or planted longer. */
    private void leave(int level, long entered) {
        Level left = repertoire.levels.get(level);
        if (left.isLimited()) {
            boolean isSlow = deviates(Plants.Deviating.TOO_SLOW, level);
            if (isSlow) {
                counts.deviated++;
            }
            double stay = isSlow || walk.chance.is(0.03)
                    ? left.allowed() * walk.chance.between(1.2, 3)
                    : Math.min(left.allowed() * 0.95, walk.chance.around(left.allowed() * 0.3, 0.5));
            walk.pause(incidents.bound(Math.max(1, entered + stay - walk.clock())));
        } else if (walk.chance.is(0.6)) {
            incidents.visitEnds();
            walk.pauseBetweenVisits();
        } else {
            walk.pauseWithinVisit();
        }
    }

    /** The level that was last walked through: mostly the present one. */
    private int moveBack(int level) {
        boolean isPlanted = level > 0 && deviates(Plants.Deviating.MOVED_BACK, level);
        if (isPlanted || level > 0 && level != repertoire.conversionLevel && walk.chance.is(MOVED_BACK)) {
            counts.deviated += isPlanted ? 1 : 0;
            act(walk.chance.of(repertoire.levels.get(level - 1).acts()), level - 1);
            walk.pauseWithinVisit();
        }
        return level;
    }
}
