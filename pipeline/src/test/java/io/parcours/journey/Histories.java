package io.parcours.journey;

import io.parcours.condition.TouchpointCondition;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Histories in letters: {@code "A0 A30 B45"} is three touchpoints, events A, A, B, at minutes 0, 30 and 45. */
public final class Histories {
    /** Minute 0 of every history in letters. */
    public static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private Histories() {}

    /**
     * Reads letters with the minutes behind them; without minutes each is one minute after the former. A slash gives
     * the channel: {@code "A0/web"}. Touchpoints of one instant keep the order written.
     */
    public static List<Touchpoint> touchpoints(String customer, String letters) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        int minute = -1;
        for (String word : letters.trim().split("\\s+")) {
            String[] parts = word.split("/");
            String event = parts[0].replaceAll("\\d+$", "");
            String digits = parts[0].substring(event.length());
            minute = digits.isEmpty() ? minute + 1 : Integer.parseInt(digits);
            touchpoints.add(new Touchpoint(
                    customer,
                    START.plus(Duration.ofMinutes(minute)).getEpochSecond() * 1_000_000,
                    "%06d".formatted(touchpoints.size()),
                    event,
                    parts.length > 1 ? parts[1] : null,
                    Double.NaN,
                    List.of(),
                    "letters"));
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return touchpoints;
    }

    /** One customer's touchpoints as objects. */
    static List<Touchpoint> listed(CustomerTouchpoints touchpoints) {
        return IntStream.range(0, touchpoints.size())
                .mapToObj(touchpoints::touchpoint)
                .toList();
    }

    /** Rules without stages, with the default gaps. */
    public static JourneyRules rules() {
        return new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                JourneyRules.DEFAULT_JOURNEY_GAP,
                List.of(),
                TouchpointCondition.ANY,
                JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);
    }

    /** As of this many minutes after {@link #START}, in UTC. */
    public static AsOf asOfMinute(long minute) {
        return new AsOf(START.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC);
    }

    /** The history of customer "c" in letters, as of its last touchpoint. */
    public static CustomerHistory history(String letters, ConditionIndex index) {
        List<Touchpoint> touchpoints = touchpoints("c", letters);
        AsOf asOf = AsOf.ofMicros(touchpoints.get(touchpoints.size() - 1).occurredAt(), ZoneOffset.UTC);
        return new HistoryBuilder(rules(), index, asOf).build(touchpoints);
    }
}
