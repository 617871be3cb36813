package io.parcours.sample.fitted;

import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.friction.FrictionRules;
import io.parcours.journey.Stage;
import io.parcours.map.JourneyMap;
import io.parcours.segment.SegmentRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The words of the log: what the map names, and something usual where it names nothing. */
final class Vocabulary {
    private static final List<String> CHANNELS = List.of("web", "app", "phone");
    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry("platform", List.of("ios", "android", "desktop")),
            Map.entry("device", List.of("mobile", "tablet", "desktop")),
            Map.entry("region", List.of("nord", "sud", "Île-de-France", "ouest")),
            Map.entry("country", List.of("FR", "DE", "ES", "GB")),
            Map.entry("site", List.of("Lille", "Lyon", "Nantes")),
            Map.entry("department", List.of("sales", "service", "production")),
            Map.entry("team", List.of("north", "south", "night")),
            Map.entry("plan", List.of("basic", "plus", "premium")),
            Map.entry("topic", List.of("delivery", "invoice", "product", "account")),
            Map.entry("reason", List.of("delivery", "invoice", "product", "account")),
            Map.entry("campaign", List.of("winter_sale", "rentrée", "spring sale, part 2")),
            Map.entry("since", List.of("2019-04-01", "2020-09-15", "2021-02-01", "2022-06-20", "2023-01-10")));

    final List<String> channels;
    final List<String> events;
    private final List<String> names;
    private final List<Set<String>> values = new ArrayList<>();

    Vocabulary(JourneyMap map) {
        names = map.dimensions();
        for (String name : names) {
            values.add(new LinkedHashSet<>(usual(name, map)));
        }
        channels = channels(map);
        events = conditions(map)
                .flatMap(condition -> condition.events().stream())
                .distinct()
                .toList();
        map.features()
                .segments()
                .map(SegmentRules::segments)
                .ifPresent(segments -> segments.forEach(segment -> learn(segment.where())));
    }

    /** Every condition of the map, the stages' first. */
    static Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.concat(map.journey().stages().stream().map(Stage::condition), map.conditions().stream())
                .distinct();
    }

    private static List<String> channels(JourneyMap map) {
        Set<String> named = new LinkedHashSet<>();
        map.features().channels().ifPresent(rules -> named.addAll(rules.kinds().keySet()));
        conditions(map).forEach(condition -> named.addAll(condition.channels()));
        return named.isEmpty() ? CHANNELS : List.copyOf(named);
    }

    private static List<String> usual(String name, JourneyMap map) {
        boolean isThing = map.features()
                .friction()
                .flatMap(FrictionRules::thingIfAny)
                .filter(name::equals)
                .isPresent();
        Set<String> themes = map.features()
                .satisfaction()
                .map(rules -> rules.themes().keySet())
                .orElse(Set.of());
        if (isThing && !themes.isEmpty()) {
            return List.copyOf(themes);
        }
        if (Texts.isLanguage(name)) {
            return Texts.LANGUAGES;
        }
        return USUAL.getOrDefault(
                name.toLowerCase(Locale.ROOT), List.of(name + " one", name + " two", name + " three"));
    }

    /** Takes the texts of a condition over customers for values of the attributes it names. */
    private void learn(Where where) {
        Set<String> columns = where.columnNames();
        for (int i = 0; i < names.size(); i++) {
            if (columns.contains(names.get(i))) {
                values.get(i).addAll(filled(new Literals(where).texts));
            }
        }
    }

    private static List<String> filled(Set<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank() && text.indexOf('%') < 0)
                .toList();
    }

    /**
     * Where an event happens: in the channels that its name speaks of ({@code email_open} in email), else in those that no
     * event's name speaks of, else anywhere.
     */
    List<String> channelsFor(String event) {
        List<String> own =
                channels.stream().filter(channel -> speaksOf(event, channel)).toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<String> open = channels.stream()
                .filter(channel -> events.stream().noneMatch(other -> speaksOf(other, channel)))
                .toList();
        return open.isEmpty() ? channels : open;
    }

    private static boolean speaksOf(String event, String channel) {
        List<String> words = wordsOf(channel);
        return wordsOf(event).stream().anyMatch(word -> word.length() > 2 && words.contains(word));
    }

    private static List<String> wordsOf(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    /** A value that a dimension or attribute must be able to have. */
    void learn(int dimension, String value) {
        values.get(dimension).add(value);
    }

    /** The dimensions of the log, then the attributes of customers. */
    List<String> names() {
        return names;
    }

    /** What may stand in a dimension or an attribute. */
    List<String> values(int dimension) {
        return List.copyOf(values.get(dimension));
    }
}
