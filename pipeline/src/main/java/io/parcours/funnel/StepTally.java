package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.stats.Proportion;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;

/** What is counted of one funnel for one breakdown value, step by step. Arrays are by step, from 1. */
final class StepTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final int steps;
    private final long[] reached;
    private final long[] dropped;
    private final long[] inProgress;
    private final long[] open;
    private final long[] matureReached;
    /** Null where the unit is the customer: every unit stands alone. */
    private final CustomerClusters clusters;

    private final SpanLedger spans;
    /** The first of its accounts: the times from the step before, by step from 2, then those from step 1, from 3. */
    private final int firstAccount;

    StepTally(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        steps = plan.stepCount();
        reached = new long[steps + 1];
        dropped = new long[steps + 1];
        inProgress = new long[steps + 1];
        open = new long[steps + 1];
        matureReached = new long[steps + 1];
        clusters = plan.isClustered() ? new CustomerClusters(plan) : null;
        this.spans = spans;
        firstAccount = spans.open(accounts());
    }

    /** Takes in one chain that counts and its outcome; its times are posted to the accounts. */
    void add(FunnelProgress progress) {
        for (int step = 1; step <= steps; step++) {
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

    /** Counts a unit that has a touchpoint serving this step, whatever came before. */
    void addOpen(int step) {
        open[step]++;
    }

    /** Whether units of the customer at hand were taken in that {@link #closeCustomer} has not closed. */
    boolean hasOpenCustomer() {
        return clusters != null && clusters.hasOpenCustomer();
    }

    /** The next unit belongs to another customer. */
    void closeCustomer() {
        clusters.closeCustomer();
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by each of the other's accounts, the one of this tally
     */
    void merge(StepTally other, int[] mapped) {
        for (int step = 1; step <= steps; step++) {
            reached[step] += other.reached[step];
            dropped[step] += other.dropped[step];
            inProgress[step] += other.inProgress[step];
            open[step] += other.open[step];
            matureReached[step] += other.matureReached[step];
        }
        if (clusters != null) {
            clusters.merge(other.clusters);
        }
        for (int account = 0; account < accounts(); account++) {
            mapped[other.firstAccount + account] = firstAccount + account;
        }
    }

    /** The account of the times from the step before to this one, 2 or later. */
    int accountFromPrevious(int step) {
        return firstAccount + step - 2;
    }

    /** The account of the times from step 1 to this one, 2 or later; at step 2 these are the times from the step before. */
    int accountFromFirst(int step) {
        return step == 2 ? firstAccount : firstAccount + steps + step - 4;
    }

    private int accounts() {
        return steps - 1 + Math.max(0, steps - 2);
    }

    long reached(int step) {
        return reached[step];
    }

    long dropped(int step) {
        return dropped[step];
    }

    long inProgress(int step) {
        return inProgress[step];
    }

    long open(int step) {
        return open[step];
    }

    long matureReached(int step) {
        return matureReached[step];
    }

    Rate fromFirst(int step) {
        return clusters == null
                ? Rate.of(new Proportion(reached[step], reached[1]))
                : Rate.of(clusters.fromFirst(step));
    }

    Rate fromPrevious(int step) {
        if (step == 1) {
            return Rate.NONE;
        }
        return clusters == null
                ? Rate.of(new Proportion(reached[step], reached[plan.previousRequired(step)]))
                : Rate.of(clusters.fromPrevious(step));
    }

    Rate mature(int step) {
        return clusters == null
                ? Rate.of(new Proportion(matureReached[step], matureReached[1]))
                : Rate.of(clusters.mature(step));
    }

    StepTimes timesFromPrevious(int step) {
        return step == 1 ? StepTimes.NONE : StepTimes.of(spans.durations(accountFromPrevious(step)));
    }

    StepTimes timesFromFirst(int step) {
        return step == 1 ? StepTimes.NONE : StepTimes.of(spans.durations(accountFromFirst(step)));
    }
}
