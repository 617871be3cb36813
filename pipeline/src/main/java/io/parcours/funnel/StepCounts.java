package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.stats.Proportion;
import java.io.Serializable;

/** How many of some of a funnel's units reached each step, or did not, and the rates. */
class StepCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int REACHED = 0;
    private static final int MATURE_REACHED = 1;
    private static final int DROPPED = 2;
    private static final int IN_PROGRESS = 3;
    private static final int KINDS = 4;

    private final FunnelPlan plan;
    /** By step, from 1, and kind: side by side, as most are counted for few units and far apart in memory. */
    private final long[] counts;
    /** Null where the unit is the customer: every unit stands alone. */
    private final CustomerClusters clusters;

    StepCounts(FunnelPlan plan) {
        this.plan = plan;
        counts = new long[(plan.stepCount() + 1) * KINDS];
        clusters = plan.isClustered() ? new CustomerClusters(plan) : null;
    }

    /** Takes in one chain that counts and its outcome. */
    final void add(FunnelProgress progress) {
        for (int step = 1; step <= plan.stepCount(); step++) {
            if (progress.isReached(step)) {
                counts[step * KINDS + REACHED]++;
            }
            if (progress.isMatureReached(step)) {
                counts[step * KINDS + MATURE_REACHED]++;
            }
        }
        if (progress.outcome() != Outcome.CONVERTED) {
            int kind = progress.outcome() == Outcome.DROPPED ? DROPPED : IN_PROGRESS;
            counts[plan.nextRequired(progress.level()) * KINDS + kind]++;
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
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        if (clusters != null) {
            clusters.merge(other.clusters);
        }
    }

    final long reached(int step) {
        return counts[step * KINDS + REACHED];
    }

    final long dropped(int step) {
        return counts[step * KINDS + DROPPED];
    }

    final long inProgress(int step) {
        return counts[step * KINDS + IN_PROGRESS];
    }

    final long matureReached(int step) {
        return counts[step * KINDS + MATURE_REACHED];
    }

    final Rate fromFirst(int step) {
        return clusters == null
                ? Rate.of(new Proportion(reached(step), reached(1)))
                : Rate.of(clusters.fromFirst(step));
    }

    final Rate fromPrevious(int step) {
        if (step == 1) {
            return Rate.NONE;
        }
        return clusters == null
                ? Rate.of(new Proportion(reached(step), reached(plan.previousRequired(step))))
                : Rate.of(clusters.fromPrevious(step));
    }

    final Rate mature(int step) {
        return clusters == null
                ? Rate.of(new Proportion(matureReached(step), matureReached(1)))
                : Rate.of(clusters.mature(step));
    }
}
