package io.parcours.stats;

/**
 * The units of two periods, of the same values and steps.
 *
 * @param before those of the earlier period
 * @param after those of the later period
 */
public record ComparedCounts(LastStepCounts before, LastStepCounts after) {

    public ComparedCounts {
        if (before.values() != after.values() || before.steps() != after.steps()) {
            throw new IllegalArgumentException("periods of different values or steps");
        }
    }

    /** Whether units entered in both periods, so that there are two rates to compare. */
    public boolean isComparable() {
        return before.entered() > 0 && after.entered() > 0;
    }

    boolean isEmpty() {
        return before.entered() == 0 && after.entered() == 0;
    }

    ComparedCounts without(ComparedCounts others) {
        return new ComparedCounts(before.without(others.before), after.without(others.after));
    }

    int values() {
        return before.values();
    }

    int steps() {
        return before.steps();
    }

    LastStepCounts period(int period) {
        return period == 0 ? before : after;
    }
}
