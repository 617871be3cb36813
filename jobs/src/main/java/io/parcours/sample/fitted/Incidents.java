package io.parcours.sample.fitted;

import io.parcours.channel.ChannelRules;
import io.parcours.friction.FrictionRules;
import io.parcours.map.JourneyMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens on the way: frictions, contacts, surveys, touches beside the stages, and the planted end. */
final class Incidents {
    private static final double LOOP = 0.03;
    private static final double REPEAT = 0.03;
    private static final double CONTACT = 0.12;
    private static final double CONTACT_AGAIN = 0.1;
    private static final double SURVEYED = 0.3;
    private static final double SURVEYED_IN_PLACE = 0.6;

    private final JourneyMap map;
    private final Repertoire repertoire;
    private final Plants plants;
    private final Walk walk;
    private final Pauses pauses;
    private final PlantCounts counts;
    private final Set<String> offline;
    private final double extraChance;
    private boolean wasAtDrop;
    private boolean wasAtFriction;
    private double odds;
    private String lastEvent;

    Incidents(JourneyMap map, Repertoire repertoire, Plants plants, Walk walk, Pauses pauses, PlantCounts counts) {
        this.map = map;
        this.repertoire = repertoire;
        this.plants = plants;
        this.walk = walk;
        this.pauses = pauses;
        this.counts = counts;
        this.offline = map.features().channels().map(ChannelRules::kinds).orElse(Map.of()).entrySet().stream()
                .filter(channel -> channel.getValue() == ChannelRules.Kind.OFFLINE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        this.extraChance = Math.min(0.25, 1.5 / Math.max(1, repertoire.extras.size()));
    }

    void begin() {
        wasAtDrop = false;
        wasAtFriction = false;
        odds = 1;
        lastEvent = null;
    }

    long bound(double seconds) {
        return pauses.bound(seconds);
    }

    /** What multiplies the odds to go on to the next level; asked once, it is forgotten. */
    double oddsToGoOn() {
        double asked = odds;
        odds = 1;
        return asked;
    }

    /** What follows a touch; true where it ends the journey. */
    boolean after(Touch touch, Level level, boolean hasConverted) {
        lastEvent = touch.event;
        if (hasConverted) {
            return false;
        }
        boolean isPlace = plants.friction
                .filter(plant -> plant.event().equals(touch.event))
                .isPresent();
        if (isPlace && !wasAtFriction) {
            meetFriction(touch, level);
        } else if (!isPlace && walk.chance.is(REPEAT)) {
            again(touch);
        } else if (!isPlace && walk.chance.is(LOOP)) {
            loop(touch, level);
        }
        return drops(touch);
    }

    private boolean drops(Touch touch) {
        if (wasAtDrop
                || plants.drop
                        .filter(plant -> plant.event().equals(touch.event))
                        .isEmpty()) {
            return false;
        }
        wasAtDrop = true;
        counts.mayDrop++;
        boolean drops = walk.chance.is(plants.drop.orElseThrow().share());
        counts.dropped += drops ? 1 : 0;
        return drops;
    }

    private void meetFriction(Touch touch, Level level) {
        wasAtFriction = true;
        counts.mayMeetFriction++;
        Plants.Friction plant = plants.friction.orElseThrow();
        if (!walk.chance.is(plant.share())) {
            return;
        }
        switch (plant.kind()) {
            case LOOP -> loop(touch, level);
            case REPEAT -> again(touch);
            case STALL -> walk.pause(pauses.bound(Pauses.stall(map) * walk.chance.between(1.1, 1.5)));
            case CONTACT_AGAIN -> contactAgain();
        }
        if (!walk.isOver()) {
            counts.metFriction++;
            odds *= plant.odds();
        }
    }

    private void again(Touch touch) {
        walk.pauseWithinVisit();
        walk.repeat(touch);
    }

    /** Back to the same touchpoint after another one. */
    private void loop(Touch touch, Level level) {
        for (Act act : level.acts()) {
            if (!act.event().equals(touch.event) && !repertoire.mayConvert(act.event())) {
                walk.pauseWithinVisit();
                walk.add(act.recipes());
                again(touch);
                return;
            }
        }
        again(touch);
    }

    private void contactAgain() {
        long within = map.features()
                .friction()
                .map(FrictionRules::contactAgainWithin)
                .map(Duration::toSeconds)
                .orElse(PlayTime.DAY);
        walk.pause(pauses.bound(within * walk.chance.between(0.05, 0.6)));
        walk.add(repertoire.contacts);
    }

    /** What may come between two levels. */
    void afterLevel(Level level) {
        if (!repertoire.contacts.isEmpty() && walk.chance.is(CONTACT) && !isContact(level)) {
            walk.pauseWithinVisit();
            Touch contact = walk.add(repertoire.contacts);
            boolean isPlace = contact != null
                    && plants.friction
                            .filter(plant -> plant.event().equals(contact.event))
                            .isPresent();
            if (isPlace && !wasAtFriction) {
                meetFriction(contact, level);
            } else if (walk.chance.is(CONTACT_AGAIN)) {
                contactAgain();
            }
        }
        for (Act extra : repertoire.extras) {
            if (walk.chance.is(extraChance)) {
                walk.pauseWithinVisit();
                walk.add(extra.recipes());
            }
        }
    }

    private boolean isContact(Level level) {
        return level.acts().stream().anyMatch(act -> repertoire.contactEvents.contains(act.event()));
    }

    /** A visit ends: perhaps a survey asks about it. */
    void visitEnds() {
        survey(false);
    }

    /** The journey ends. */
    void end() {
        survey(true);
    }

    /** The surveys that can be asked where the customer is: those of a shop only in the shop. */
    private List<Integer> suiting() {
        String where = walk.touches.get(walk.touches.size() - 1).channel;
        return IntStream.range(0, repertoire.surveys.size())
                .filter(number -> repertoire.surveys.get(number).stream()
                        .anyMatch(recipe -> recipe.channels().isEmpty()
                                || recipe.channels().contains(where)
                                || recipe.channels().stream().noneMatch(offline::contains)))
                .boxed()
                .toList();
    }

    private void survey(boolean isLast) {
        if (repertoire.surveys.isEmpty() || lastEvent == null || walk.isOver()) {
            return;
        }
        List<Integer> suiting = suiting();
        if (suiting.isEmpty()) {
            return;
        }
        int number = walk.chance.of(suiting);
        boolean isAboutAll =
                map.features().surveys().get(number).aboutIfPrevious().isEmpty();
        if (repertoire.surveys.get(number).isEmpty() || isAboutAll && !isLast) {
            return;
        }
        boolean isPlace = plants.low
                        .filter(mood -> mood.event().equals(lastEvent))
                        .isPresent()
                || plants.delight.filter(mood -> mood.event().equals(lastEvent)).isPresent();
        if (walk.chance.is(isPlace ? SURVEYED_IN_PLACE : SURVEYED)) {
            double within = map.features()
                    .surveys()
                    .get(number)
                    .aboutIfPrevious()
                    .map(Duration::toSeconds)
                    .orElse(PlayTime.DAY);
            walk.pause(pauses.bound(Math.min(within * 0.8, walk.chance.around(2.0 * PlayTime.HOUR, 0.8))));
            walk.add(repertoire.surveys.get(number));
            lastEvent = null;
        }
    }
}
