package io.parcours.funnel;

import java.util.Arrays;
import java.util.List;

/**
 * What chains of a funnel with an order must be like, as a search needs it; arrays are by step, from 1.
 *
 * @param stepCount how many steps
 * @param isOptional whether a chain may leave the step out
 * @param within the longest time from the matched touchpoint before, in microseconds
 * @param window the longest time from the first matched touchpoint, in microseconds
 * @param isStrict whether nothing may lie between matched touchpoints
 * @param timesMustRise whether touchpoints of one instant never follow each other
 * @param gaps where chains are broken
 */
record ChainPlan(
        int stepCount,
        boolean[] isOptional,
        long[] within,
        long window,
        boolean isStrict,
        boolean timesMustRise,
        List<ChainGap> gaps) {

    static ChainPlan of(FunnelPlan plan, List<ChainGap> gaps) {
        boolean[] isOptional = new boolean[plan.stepCount() + 1];
        long[] within = new long[plan.stepCount() + 1];
        within[0] = Long.MAX_VALUE;
        for (int step = 1; step <= plan.stepCount(); step++) {
            isOptional[step] = plan.isOptional(step);
            within[step] = plan.withinMicros(step);
        }
        return new ChainPlan(
                plan.stepCount(),
                isOptional,
                within,
                plan.windowMicros(),
                plan.chains().order() == ChainRules.Order.STRICT,
                plan.chains().ties() == ChainRules.Ties.STRICT,
                gaps);
    }

    /** The last step that may be the next one matched behind this one: the first required one. */
    int lastNext(int step) {
        int next = step + 1;
        while (next < stepCount && isOptional[next]) {
            next++;
        }
        return Math.min(next, stepCount);
    }

    /** The last required step up to this one. */
    int requiredUpTo(int step) {
        int required = step;
        while (required > 0 && isOptional[required]) {
            required--;
        }
        return required;
    }

    /** How many touchpoints a chain takes at least from one step that it takes to another. */
    int leastTaken(int first, int last) {
        int taken = first == last ? 1 : 2;
        for (int step = first + 1; step < last; step++) {
            taken += isOptional[step] ? 0 : 1;
        }
        return taken;
    }

    /** How many of the first and the last step that a chain takes are optional; one that is both counts once. */
    int optionalEnds(int first, int last) {
        return (isOptional[first] ? 1 : 0) + (last > first && isOptional[last] ? 1 : 0);
    }

    int optionalCount() {
        int count = 0;
        for (boolean optional : isOptional) {
            count += optional ? 1 : 0;
        }
        return count;
    }

    /** Whether nothing is asked of chains but order, window and ties. */
    boolean isPlain() {
        return !isStrict
                && !hasGaps()
                && optionalCount() == 0
                && Arrays.stream(within).allMatch(limit -> limit == Long.MAX_VALUE);
    }

    boolean hasGaps() {
        return !gaps.isEmpty();
    }
}
