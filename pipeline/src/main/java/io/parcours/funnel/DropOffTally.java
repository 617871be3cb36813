package io.parcours.funnel;

import io.parcours.stats.Durations;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The lost units of one step that did the same thing next. */
final class DropOffTally implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * What lost units have in common.
     *
     * @param step the step that was lost: the first one not reached
     * @param nextEvent the event after the last matched touchpoint, or {@code (nothing)}
     * @param nextChannel its channel, {@code (none)} where it has none, or {@code (nothing)}
     */
    record Group(int step, String nextEvent, String nextChannel) implements Serializable {}

    private final Map<String, Long> lastEvents = new HashMap<>();
    private final Durations sinceStep = new Durations();
    private long count;

    /** Takes in one lost unit: the event of its last touchpoint, and the microseconds from the last matched one. */
    void add(String lastEvent, long micros) {
        count++;
        lastEvents.merge(lastEvent, 1L, Long::sum);
        sinceStep.add(micros);
    }

    void merge(DropOffTally other) {
        count += other.count;
        other.lastEvents.forEach((event, units) -> lastEvents.merge(event, units, Long::sum));
        sinceStep.merge(other.sinceStep);
    }

    long count() {
        return count;
    }

    /** The most frequent last event; among equals the first by UTF-8 bytes. */
    String mostFrequentLastEvent() {
        return lastEvents.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(Utf8Order.COMPARATOR)))
                .orElseThrow()
                .getKey();
    }

    /** Seconds. */
    double medianSinceStep() {
        return sinceStep.percentile(0.5).orElseThrow();
    }
}
