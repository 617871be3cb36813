package io.parcours.sample.fitted;

import io.parcours.friction.FrictionRules;
import io.parcours.map.JourneyMap;
import io.parcours.satisfaction.SatisfactionRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is planted in a log: places and sizes drawn from the seed, as far as the map asks about such things. */
final class Plants {
    private static final double CONVERSION = 0.38;
    private static final double AFTER_CONVERSION = 0.6;

    /** At this event journeys end with this probability, whatever else speaks for going on. */
    record Drop(String event, double share) {}

    /** A kind of friction. */
    enum Kind {
        LOOP,
        REPEAT,
        STALL,
        CONTACT_AGAIN
    }

    /** After this event a share of journeys meets the friction, which multiplies their odds to go on. */
    record Friction(Kind kind, String event, double share, double odds) {}

    /** Answers about this event are shifted by this part of the scale. */
    record Mood(String event, double shift) {}

    /** Customers who favour this channel have other odds to convert. */
    record Favour(String channel, double odds) {}

    /** What journeys do against the expected one. */
    enum Deviating {
        SKIPPED,
        TOO_SLOW,
        MOVED_BACK
    }

    /** A share of the journeys that come to this level deviate there. */
    record Deviation(Deviating kind, int level, double share) {}

    /**
     * A touch in the channel multiplies the odds to convert.
     *
     * @param harvesting a channel that is often touched by those who convert anyway; it causes nothing. Null: none
     */
    record Persuasion(String channel, double odds, double share, String harvesting) {}

    final Optional<Drop> drop;
    final Optional<Friction> friction;
    final Optional<Mood> low;
    final Optional<Mood> delight;
    final Optional<String> theme;
    final Optional<Favour> favour;
    final Optional<Deviation> deviation;
    final Optional<Persuasion> persuasion;
    /** By level: the probability to go on to the next one, before anything planted. */
    final double[] goOn;
    /** The share of customers who come back again and again. */
    final double loyal;

    private final Chance chance;
    private final Repertoire repertoire;

    Plants(JourneyMap map, Repertoire repertoire, Vocabulary words, long seed) {
        this.chance = Chance.ofMap(map.name(), seed, -1);
        this.repertoire = repertoire;
        goOn = goOn();
        loyal = chance.between(0.1, 0.3);
        List<String> places = shuffled(places());
        drop = next(places).map(event -> new Drop(event, chance.between(0.2, 0.5)));
        friction = map.features().friction().flatMap(rules -> friction(rules, places, map));
        boolean hasSurveys = !repertoire.surveys.isEmpty();
        low = hasSurveys ? next(places).map(event -> new Mood(event, -chance.between(0.2, 0.35))) : Optional.empty();
        delight =
                hasSurveys ? next(places).map(event -> new Mood(event, chance.between(0.12, 0.22))) : Optional.empty();
        theme = map.features()
                .satisfaction()
                .map(SatisfactionRules::themes)
                .filter(themes -> !themes.isEmpty())
                .map(themes -> chance.of(List.copyOf(themes.keySet())));
        List<String> channels = shuffled(decidingChannels(words));
        favour = Optional.of(channels)
                .filter(list -> list.size() > 1)
                .map(list -> new Favour(
                        list.get(0), chance.is(0.5) ? chance.between(0.35, 0.55) : chance.between(1.9, 2.8)));
        deviation = map.features().expected().flatMap(any -> deviation(map));
        persuasion = map.features().attribution().flatMap(any -> persuasion(words));
    }

    /** Where people can be before they convert or not. */
    private List<String> decidingChannels(Vocabulary words) {
        Set<String> channels = new LinkedHashSet<>();
        if (repertoire.conversionLevel > 0) {
            repertoire.levels.get(repertoire.conversionLevel - 1).acts().stream()
                    .flatMap(act -> act.recipes().stream())
                    .forEach(recipe ->
                            channels.addAll(recipe.channels().isEmpty() ? words.channels : recipe.channels()));
        }
        return List.copyOf(channels);
    }

    private double[] goOn() {
        double[] probabilities = new double[repertoire.levels.size()];
        int before = Math.max(1, repertoire.conversionLevel);
        for (int level = 0; level < probabilities.length; level++) {
            double usual =
                    level < repertoire.conversionLevel ? StrictMath.pow(CONVERSION, 1.0 / before) : AFTER_CONVERSION;
            probabilities[level] = Math.min(0.97, usual * chance.between(0.92, 1.08));
        }
        return probabilities;
    }

    /** Events before the conversion; findings are planted at different ones. */
    private List<String> places() {
        Set<String> events = new LinkedHashSet<>();
        for (int level = 0; level < Math.min(repertoire.conversionLevel, repertoire.levels.size()); level++) {
            repertoire.levels.get(level).acts().forEach(act -> events.add(act.event()));
        }
        events.removeIf(event -> repertoire.mayConvert(event) || repertoire.surveyEvents.contains(event));
        return List.copyOf(events);
    }

    private <T> List<T> shuffled(List<T> all) {
        List<T> left = new ArrayList<>(all);
        List<T> order = new ArrayList<>();
        while (!left.isEmpty()) {
            order.add(left.remove(chance.roll(left.size())));
        }
        return order;
    }

    /** The next place that is free, or any where all are taken. */
    private Optional<String> next(List<String> places) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String event = places.remove(0);
        places.add(event);
        return Optional.of(event);
    }

    private Optional<Friction> friction(FrictionRules rules, List<String> places, JourneyMap map) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.LOOP, Kind.REPEAT));
        boolean hasRoom = Pauses.room(map) > 1.5 * Pauses.stall(map);
        if (rules.stallAfterIfGiven().isPresent() && hasRoom) {
            kinds.add(Kind.STALL);
        }
        if (!repertoire.contacts.isEmpty()) {
            kinds.add(Kind.CONTACT_AGAIN);
        }
        Kind kind = chance.of(kinds);
        Optional<String> place = kind == Kind.CONTACT_AGAIN
                ? Optional.of(chance.of(List.copyOf(repertoire.contactEvents)))
                : next(places);
        return place.map(event -> new Friction(kind, event, chance.between(0.15, 0.35), chance.between(0.2, 0.45)));
    }

    private Optional<Deviation> deviation(JourneyMap map) {
        List<Deviation> possible = new ArrayList<>();
        for (int level = 0; level < repertoire.levels.size(); level++) {
            Level one = repertoire.levels.get(level);
            boolean isLast = level == repertoire.levels.size() - 1;
            if (one.isLimited() && !isLast && one.allowed() * 1.5 < Pauses.room(map)) {
                possible.add(new Deviation(Deviating.TOO_SLOW, level, 0));
            }
            if (!one.isSkippable() && level > 0 && !isLast && level != repertoire.conversionLevel) {
                possible.add(new Deviation(Deviating.SKIPPED, level, 0));
            }
            if (level > 0 && !repertoire.levels.get(level - 1).isRepeatable()) {
                possible.add(new Deviation(Deviating.MOVED_BACK, level, 0));
            }
        }
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        Deviation drawn = chance.of(possible);
        return Optional.of(new Deviation(drawn.kind(), drawn.level(), chance.between(0.15, 0.35)));
    }

    private Optional<Persuasion> persuasion(Vocabulary words) {
        Set<String> open = new LinkedHashSet<>();
        repertoire.exposures.forEach(
                recipe -> open.addAll(recipe.channels().isEmpty() ? words.channels : recipe.channels()));
        List<String> channels = shuffled(List.copyOf(open));
        favour.ifPresent(taken -> channels.remove(taken.channel()));
        if (channels.isEmpty() || repertoire.conversionLevel == 0) {
            return Optional.empty();
        }
        String harvesting = channels.size() > 1 ? channels.get(1) : null;
        return Optional.of(new Persuasion(channels.get(0), chance.between(2, 4), chance.between(0.2, 0.4), harvesting));
    }
}
