package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import java.util.Arrays;
import java.util.List;

/** Tells the progress of units through one funnel. One tracker serves one task; its buffers are used again. */
final class FunnelTracker {
    private final FunnelPlan plan;
    private final FunnelMatcher matcher;
    /** By level: the steps reached by a chain without optional steps; shared by all units. */
    private final boolean[][] reachedUpTo;

    FunnelTracker(FunnelPlan plan) {
        this.plan = plan;
        this.matcher = FunnelMatcher.of(plan);
        this.reachedUpTo = new boolean[plan.stepCount() + 1][plan.stepCount()];
        for (int level = 0; level <= plan.stepCount(); level++) {
            Arrays.fill(reachedUpTo[level], 0, level, true);
        }
    }

    /**
     * The progress of a unit that has touchpoints serving any step.
     *
     * @param unit its touchpoints
     * @param isOpen whether the unit may still go on
     */
    UnitProgress track(ServingTouchpoints unit, boolean isOpen) {
        int[] firstServing = firstServing(unit);
        return new UnitProgress(
                firstServing, firstServing[0] < 0 ? List.of() : List.of(entered(unit, isOpen, firstServing[0])));
    }

    private FunnelProgress entered(ServingTouchpoints unit, boolean isOpen, int entry) {
        int[] chain = matcher.chain(unit);
        int matureLevel = plan.hasWindow() ? matureLevel(unit, chain) : 0;
        return new FunnelProgress(
                indices(unit, chain),
                chain.length,
                reachedUpTo[matureLevel],
                outcome(unit, chain.length, isOpen),
                entry,
                FunnelProgress.NEVER);
    }

    private int matureLevel(ServingTouchpoints unit, int[] chain) {
        // The counted chain starts as late as any that ends with it: where it is mature, nothing is lost.
        boolean isMature = unit.time(chain[0]) <= plan.lastMatureEntry();
        return isMature ? chain.length : matcher.level(unit, plan.lastMatureEntry());
    }

    private Outcome outcome(ServingTouchpoints unit, int level, boolean isOpen) {
        if (level == plan.stepCount()) {
            return Outcome.CONVERTED;
        }
        boolean isUndecided = isOpen || (plan.hasWindow() && lastEntry(unit) > plan.lastMatureEntry());
        return isUndecided ? Outcome.IN_PROGRESS : Outcome.DROPPED;
    }

    /** When the last touchpoint that serves step 1 occurred; there is one. */
    private static long lastEntry(ServingTouchpoints unit) {
        int position = unit.size() - 1;
        while (!unit.serves(position, 1)) {
            position--;
        }
        return unit.time(position);
    }

    private int[] firstServing(ServingTouchpoints unit) {
        int[] first = new int[plan.stepCount()];
        Arrays.fill(first, -1);
        int missing = first.length;
        for (int position = 0; position < unit.size() && missing > 0; position++) {
            for (int step : unit.steps(position)) {
                if (first[step - 1] < 0) {
                    first[step - 1] = unit.index(position);
                    missing--;
                }
            }
        }
        return first;
    }

    private int[] indices(ServingTouchpoints unit, int[] positions) {
        int[] indices = new int[plan.stepCount()];
        Arrays.fill(indices, -1);
        for (int i = 0; i < positions.length; i++) {
            indices[i] = unit.index(positions[i]);
        }
        return indices;
    }
}
