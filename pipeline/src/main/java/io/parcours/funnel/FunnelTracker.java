package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import java.util.Arrays;

/** Tells the progress of units through one funnel. One tracker serves one task; its buffers are used again. */
final class FunnelTracker {
    private final FunnelPlan plan;
    private final FunnelMatcher matcher;

    FunnelTracker(FunnelPlan plan) {
        this.plan = plan;
        this.matcher = FunnelMatcher.of(plan);
    }

    /**
     * The progress of a unit that has touchpoints serving any step.
     *
     * @param unit its touchpoints
     * @param isOpen whether the unit may still go on
     */
    FunnelProgress track(ServingTouchpoints unit, boolean isOpen) {
        int[] firstServing = firstServing(unit);
        boolean hasEntered = firstServing[0] >= 0;
        int[] chain = hasEntered ? matcher.chain(unit) : FunnelMatcher.NO_CHAIN;
        int matureLevel = hasEntered && plan.hasWindow() ? matureLevel(unit, chain) : 0;
        Outcome outcome = outcome(unit, chain.length, isOpen);
        return new FunnelProgress(indices(unit, chain), matureLevel, outcome, firstServing);
    }

    private int matureLevel(ServingTouchpoints unit, int[] chain) {
        // The counted chain starts as late as any that ends with it: where it is mature, nothing is lost.
        boolean isMature = unit.time(chain[0]) <= plan.lastMatureEntry();
        return isMature ? chain.length : matcher.level(unit, plan.lastMatureEntry());
    }

    private Outcome outcome(ServingTouchpoints unit, int level, boolean isOpen) {
        if (level == 0) {
            return Outcome.NOT_ENTERED;
        }
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

    private static int[] indices(ServingTouchpoints unit, int[] positions) {
        int[] indices = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            indices[i] = unit.index(positions[i]);
        }
        return indices;
    }
}
