package io.parcours.sample;

import java.util.Map;
import java.util.TreeMap;

/** How many records of each outcome were written. */
final class RecordCounts {
    private final long[] rejected = new long[Fault.values().length];
    private long accepted;
    private long duplicates;
    private long filtered;

    void accepted() {
        accepted++;
    }

    void duplicate() {
        duplicates++;
    }

    void filtered() {
        filtered++;
    }

    void rejected(Fault fault) {
        rejected[fault.ordinal()]++;
    }

    long acceptedCount() {
        return accepted;
    }

    long duplicateCount() {
        return duplicates;
    }

    long filteredCount() {
        return filtered;
    }

    long rejectedCount() {
        long sum = 0;
        for (long count : rejected) {
            sum += count;
        }
        return sum;
    }

    long readCount() {
        return accepted + duplicates + filtered + rejectedCount();
    }

    /** The rejected by reason; reasons that do not occur are absent. */
    Map<String, Long> rejectedByReason() {
        Map<String, Long> byReason = new TreeMap<>();
        for (Fault fault : Fault.values()) {
            if (rejected[fault.ordinal()] > 0) {
                byReason.merge(fault.reason(), rejected[fault.ordinal()], Long::sum);
            }
        }
        return byReason;
    }
}
