package io.parcours.funnel;

import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The lost units of one step that did the same thing next. */
final class DropOffTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int step;
    private final String nextEvent;
    private final String nextChannel;
    private final SpanLedger spans;
    private final int account;
    private final Map<String, long[]> lastEvents = new HashMap<>();
    private long count;

    DropOffTally(int step, String nextEvent, String nextChannel, SpanLedger spans) {
        this.step = step;
        this.nextEvent = nextEvent;
        this.nextChannel = nextChannel;
        this.spans = spans;
        this.account = spans.open(1);
    }

    /** Takes in one lost unit: the event of its last touchpoint; the time to it is posted to the account. */
    void add(String lastEvent) {
        count++;
        addLast(lastEvent, 1);
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by the other's account, the one of this tally
     */
    void merge(DropOffTally other, int[] mapped) {
        count += other.count;
        other.lastEvents.forEach((event, units) -> addLast(event, units[0]));
        mapped[other.account] = account;
    }

    private void addLast(String event, long units) {
        long[] known = lastEvents.get(event);
        if (known == null) {
            lastEvents.put(event, new long[] {units});
        } else {
            known[0] += units;
        }
    }

    /** Whether it is about these very texts; others that are equal count as others. */
    boolean isOf(int otherStep, String otherEvent, String otherChannel) {
        return step == otherStep && nextEvent == otherEvent && nextChannel == otherChannel;
    }

    int step() {
        return step;
    }

    String nextEvent() {
        return nextEvent;
    }

    String nextChannel() {
        return nextChannel;
    }

    /** The account of the times from the last matched touchpoint to what the unit did next. */
    int account() {
        return account;
    }

    long count() {
        return count;
    }

    /** The last events, each with how many units. */
    Map<String, Long> lastEvents() {
        Map<String, Long> counts = new TreeMap<>(Utf8Order.COMPARATOR);
        lastEvents.forEach((event, units) -> counts.put(event, units[0]));
        return counts;
    }

    /** The most frequent last event; among equals the first by UTF-8 bytes. */
    String mostFrequentLastEvent() {
        return lastEvents.entrySet().stream()
                .min(Comparator.<Map.Entry<String, long[]>>comparingLong(entry -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey, Utf8Order.COMPARATOR))
                .orElseThrow()
                .getKey();
    }

    /** Seconds. */
    double medianSinceStep() {
        return spans.durations(account).percentile(0.5).orElseThrow();
    }
}
