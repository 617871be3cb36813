package io.parcours.map;

import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Guesses stages and a first funnel from a log's events: by well-known words, else by the order they come in. */
final class StageGuess {
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final int LONGEST_FUNNEL = 5;

    /**
     * Kinds of touchpoints by their words. Looked through in this order, so that an order that is returned is no
     * purchase and payment details are none either.
     */
    private enum Kind {
        MISHAP("", "error errors bug fail failed failure cancel cancelled canceled declined"),
        POST_PURCHASE(
                "post-purchase",
                "return refund review rating support chat ticket complaint delivery delivered warranty feedback nps help"),
        ADVOCACY("advocacy", "refer referral share recommend invite advocate"),
        INTENT(
                "intent",
                "cart basket bag checkout shipping billing details wishlist favorite quote trial demo signup register"),
        PURCHASE(
                "purchase",
                "purchase purchased order ordered payment paid pay buy bought transaction subscribe subscription"),
        CONSIDERATION(
                "consideration",
                "view viewed search catalog category product item compare pricing list detail filter store"),
        DISCOVERY(
                "discovery",
                "home homepage visit landing blog article promo ad impression click email newsletter open session social"
                        + " campaign banner start");

        private final String stage;
        private final Set<String> words;

        Kind(String stage, String words) {
            this.stage = stage;
            this.words = Set.of(words.split(" "));
        }
    }

    private static final List<Kind> LIFECYCLE =
            List.of(Kind.DISCOVERY, Kind.CONSIDERATION, Kind.INTENT, Kind.PURCHASE, Kind.POST_PURCHASE, Kind.ADVOCACY);
    private static final List<Kind> BUYING = List.of(Kind.DISCOVERY, Kind.CONSIDERATION, Kind.INTENT, Kind.PURCHASE);

    private final Map<Kind, List<String>> eventsOfKind = new HashMap<>();
    private final List<Touchpoint> touchpoints;
    private final List<String> events;

    /** @param events the log's events, the most frequent first */
    StageGuess(List<String> events, List<Touchpoint> touchpoints) {
        this.touchpoints = touchpoints;
        this.events = events.stream().filter(StageGuess::isPlain).toList();
        for (String event : this.events) {
            kindOf(event)
                    .ifPresent(kind -> eventsOfKind
                            .computeIfAbsent(kind, none -> new ArrayList<>())
                            .add(event));
        }
    }

    /** Stage names with their events in the order of the lifecycle; none where fewer than two would have any. */
    Map<String, List<String>> stages() {
        Map<String, List<String>> stages = new LinkedHashMap<>();
        for (Kind kind : LIFECYCLE) {
            if (eventsOfKind.containsKey(kind)) {
                stages.put(kind.stage, eventsOfKind.get(kind));
            }
        }
        return stages.size() < 2 ? Map.of() : stages;
    }

    /** The events of a funnel: from each kind on the way to a purchase the most frequent, or those that come first. */
    List<String> funnel() {
        List<Kind> kinds = BUYING.stream().filter(eventsOfKind::containsKey).toList();
        if (kinds.size() >= 2 && kinds.contains(Kind.PURCHASE)) {
            return kinds.stream().flatMap(this::stepsOf).toList();
        }
        return inOrderOfAppearance();
    }

    private Stream<String> stepsOf(Kind kind) {
        return eventsOfKind.get(kind).stream().limit(kind == Kind.INTENT ? 2 : 1);
    }

    /** The most frequent events in the order in which customers on average first have them. */
    private List<String> inOrderOfAppearance() {
        Map<String, Set<String>> eventsOfCustomer = new HashMap<>();
        Map<String, long[]> positions = new HashMap<>();
        touchpoints.stream()
                .sorted(Comparator.comparingLong(Touchpoint::occurredAt))
                .forEach(touchpoint -> {
                    Set<String> seen =
                            eventsOfCustomer.computeIfAbsent(touchpoint.customerId(), none -> new LinkedHashSet<>());
                    if (seen.add(touchpoint.event())) {
                        long[] sumAndCount = positions.computeIfAbsent(touchpoint.event(), none -> new long[2]);
                        sumAndCount[0] += seen.size();
                        sumAndCount[1]++;
                    }
                });
        return events.stream()
                .limit(LONGEST_FUNNEL)
                .sorted(Comparator.comparingDouble(
                        event -> (double) positions.get(event)[0] / positions.get(event)[1]))
                .toList();
    }

    private static Optional<Kind> kindOf(String event) {
        Set<String> words = Set.copyOf(List.of(
                CAMEL.matcher(event).replaceAll(" ").toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
        return Stream.of(Kind.values())
                .filter(kind -> kind.words.stream().anyMatch(words::contains))
                .findFirst();
    }

    /** Whether a map may hold the event's name. */
    private static boolean isPlain(String event) {
        return event.codePoints().noneMatch(Character::isISOControl);
    }
}
