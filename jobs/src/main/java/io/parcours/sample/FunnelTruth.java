package io.parcours.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many units reached each step of a funnel, and what became of the others, for one breakdown value. */
final class FunnelTruth {
    private final int steps;
    private final long[] reached;
    private final long[] dropped;
    private final long[] inProgress;

    /** Where a unit stands that has not taken every step. */
    enum Ending {
        LOST,
        IN_PROGRESS
    }

    FunnelTruth(int steps) {
        this.steps = steps;
        this.reached = new long[steps];
        this.dropped = new long[steps];
        this.inProgress = new long[steps];
    }

    /** A unit that took so many steps, at least one. */
    void add(int level, Ending ending) {
        for (int step = 0; step < level; step++) {
            reached[step]++;
        }
        if (level < steps) {
            long[] missing = ending == Ending.LOST ? dropped : inProgress;
            missing[level]++;
        }
    }

    /** The counts by their names in funnel_steps, one number a step. */
    Map<String, long[]> counts() {
        Map<String, long[]> counts = new LinkedHashMap<>();
        counts.put("reached_count", reached);
        counts.put("dropped_count", dropped);
        counts.put("in_progress_count", inProgress);
        return counts;
    }

    /** A funnel's counts by breakdown value. */
    static final class ByValue {
        private final int steps;
        private final Map<String, FunnelTruth> values = new TreeMap<>();

        ByValue(int steps) {
            this.steps = steps;
        }

        void add(String value, int level, Ending ending) {
            values.computeIfAbsent(value, key -> new FunnelTruth(steps)).add(level, ending);
        }

        Map<String, FunnelTruth> values() {
            return values;
        }
    }
}
