package io.parcours.funnel;

import io.parcours.stats.SpanLedger;
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
    private final SpanLedger spans;
    private final int account;
    private long count;

    DropOffTally(SpanLedger spans) {
        this.spans = spans;
        this.account = spans.open(1);
    }

    /** Takes in one lost unit: the event of its last touchpoint; the time to it is posted to the account. */
    void add(String lastEvent) {
        count++;
        lastEvents.merge(lastEvent, 1L, Long::sum);
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by the other's account, the one of this tally
     */
    void merge(DropOffTally other, int[] mapped) {
        count += other.count;
        other.lastEvents.forEach((event, units) -> lastEvents.merge(event, units, Long::sum));
        mapped[other.account] = account;
    }

    /** The account of the times from the last matched touchpoint to what the unit did next. */
    int account() {
        return account;
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
        return spans.durations(account).percentile(0.5).orElseThrow();
    }
}
