package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.stats.Proportion;
import java.io.Serializable;

/** How many of some of a funnel's units reached each step, or did not, and the rates. Arrays are by step, from 1. */
class StepCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final long[] reached;
    private final long[] dropped;
    private final long[] inProgress;
    private final long[] matureReached;
    /** Null where the unit is the customer: every unit stands alone. */
    private final CustomerClusters clusters;

    StepCounts(FunnelPlan plan) {
        this.plan = plan;
        int steps = plan.stepCount();
        reached = new long[steps + 1];
        dropped = new long[steps + 1];
        inProgress = new long[steps + 1];
        matureReached = new long[steps + 1];
        clusters = plan.isClustered() ? new CustomerClusters(plan) : null;
    }

    /** Takes in one chain that counts and its outcome. */
    final void add(FunnelProgress progress) {
        for (int step = 1; step < reached.length; step++) {
            if (progress.isReached(step)) {
                reached[step]++;
            }
            if (progress.isMatureReached(step)) {
                matureReached[step]++;
            }
        }
        if (progress.outcome() == Outcome.DROPPED) {
            dropped[plan.nextRequired(progress.level())]++;
        } else if (progress.outcome() == Outcome.IN_PROGRESS) {
            inProgress[plan.nextRequired(progress.level())]++;
        }
        if (clusters != null) {
            clusters.add(progress);
        }
    }

    /** Whether units of the customer at hand were taken in that {@link #closeCustomer} has not closed. */
    final boolean hasOpenCustomer() {
        return clusters != null && clusters.hasOpenCustomer();
    }

    /** The next unit belongs to another customer. */
    final void closeCustomer() {
        clusters.closeCustomer();
    }

    /** Takes in what was counted elsewhere. */
    final void merge(StepCounts other) {
        for (int step = 1; step < reached.length; step++) {
            reached[step] += other.reached[step];
            dropped[step] += other.dropped[step];
            inProgress[step] += other.inProgress[step];
            matureReached[step] += other.matureReached[step];
        }
        if (clusters != null) {
            clusters.merge(other.clusters);
        }
    }

    final long reached(int step) {
        return reached[step];
    }

    final long dropped(int step) {
        return dropped[step];
    }

    final long inProgress(int step) {
        return inProgress[step];
    }

    final long matureReached(int step) {
        return matureReached[step];
    }

    final Rate fromFirst(int step) {
        return clusters == null
                ? Rate.of(new Proportion(reached[step], reached[1]))
                : Rate.of(clusters.fromFirst(step));
    }

    final Rate fromPrevious(int step) {
        if (step == 1) {
            return Rate.NONE;
        }
        return clusters == null
                ? Rate.of(new Proportion(reached[step], reached[plan.previousRequired(step)]))
                : Rate.of(clusters.fromPrevious(step));
    }

    final Rate mature(int step) {
        return clusters == null
                ? Rate.of(new Proportion(matureReached[step], matureReached[1]))
                : Rate.of(clusters.mature(step));
    }
}
