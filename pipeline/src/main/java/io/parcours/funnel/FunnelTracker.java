package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.util.Arrays;
import java.util.Optional;

/** Tells the progress of units through one funnel. One tracker serves one task; its buffers are used again. */
final class FunnelTracker {
    private final FunnelPlan plan;
    private final ServingTouchpoints touchpoints;
    private final FunnelMatcher matcher;

    FunnelTracker(FunnelPlan plan) {
        this.plan = plan;
        this.touchpoints = new ServingTouchpoints(plan.lookup());
        this.matcher = FunnelMatcher.of(plan);
    }

    /** The unit's progress, or nothing where none of its touchpoints serves any step. */
    Optional<FunnelProgress> track(CustomerHistory history, Span unit) {
        touchpoints.read(history, unit.from(), unit.to());
        if (touchpoints.size() == 0) {
            return Optional.empty();
        }
        int[] firstServing = firstServing();
        boolean hasEntered = firstServing[0] >= 0;
        int[] chain = hasEntered ? matcher.chain(touchpoints) : FunnelMatcher.NO_CHAIN;
        int matureLevel = hasEntered && plan.hasWindow() ? matureLevel(chain) : 0;
        Outcome outcome = outcome(chain.length, unit.isOpen());
        return Optional.of(new FunnelProgress(indices(chain), matureLevel, outcome, firstServing));
    }

    private int matureLevel(int[] chain) {
        // The counted chain starts as late as any that ends with it: where it is mature, nothing is lost.
        boolean isMature = touchpoints.time(chain[0]) <= plan.lastMatureEntry();
        return isMature ? chain.length : matcher.level(touchpoints, plan.lastMatureEntry());
    }

    private Outcome outcome(int level, boolean isOpen) {
        if (level == 0) {
            return Outcome.NOT_ENTERED;
        }
        if (level == plan.stepCount()) {
            return Outcome.CONVERTED;
        }
        boolean isUndecided = isOpen || (plan.hasWindow() && lastEntry() > plan.lastMatureEntry());
        return isUndecided ? Outcome.IN_PROGRESS : Outcome.DROPPED;
    }

    /** When the last touchpoint that serves step 1 occurred; there is one. */
    private long lastEntry() {
        int position = touchpoints.size() - 1;
        while (!touchpoints.serves(position, 1)) {
            position--;
        }
        return touchpoints.time(position);
    }

    private int[] firstServing() {
        int[] first = new int[plan.stepCount()];
        Arrays.fill(first, -1);
        int missing = first.length;
        for (int position = 0; position < touchpoints.size() && missing > 0; position++) {
            for (int step : touchpoints.steps(position)) {
                if (first[step - 1] < 0) {
                    first[step - 1] = touchpoints.index(position);
                    missing--;
                }
            }
        }
        return first;
    }

    private int[] indices(int[] positions) {
        int[] indices = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            indices[i] = touchpoints.index(positions[i]);
        }
        return indices;
    }
}
