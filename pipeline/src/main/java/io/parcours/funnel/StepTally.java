package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.stats.Durations;
import io.parcours.stats.Proportion;
import java.io.Serializable;

/** What is counted of one funnel for one breakdown value, step by step. Arrays are by step, from 1. */
final class StepTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int steps;
    private final long[] reached;
    private final long[] dropped;
    private final long[] inProgress;
    private final long[] open;
    private final long[] matureReached;
    private final Durations[] fromPrevious;
    private final Durations[] fromFirst;
    /** Null where the unit is the customer: every unit stands alone. */
    private final CustomerClusters clusters;

    StepTally(FunnelPlan plan) {
        steps = plan.stepCount();
        reached = new long[steps + 1];
        dropped = new long[steps + 1];
        inProgress = new long[steps + 1];
        open = new long[steps + 1];
        matureReached = new long[steps + 1];
        fromPrevious = new Durations[steps + 1];
        fromFirst = new Durations[steps + 1];
        clusters = plan.isClustered() ? new CustomerClusters(steps) : null;
    }

    /** Takes in one unit's chain, times and outcome. */
    void add(FunnelProgress progress, CustomerHistory history) {
        int level = progress.level();
        for (int step = 1; step <= level; step++) {
            reached[step]++;
        }
        for (int step = 1; step <= progress.matureLevel(); step++) {
            matureReached[step]++;
        }
        if (progress.outcome() == Outcome.DROPPED) {
            dropped[level + 1]++;
        } else if (progress.outcome() == Outcome.IN_PROGRESS) {
            inProgress[level + 1]++;
        }
        addTimes(progress.matched(), history);
        if (clusters != null) {
            clusters.add(level, progress.matureLevel());
        }
    }

    private void addTimes(int[] matched, CustomerHistory history) {
        for (int step = 2; step <= matched.length; step++) {
            long time = history.occurredAt(matched[step - 1]);
            if (fromPrevious[step] == null) {
                fromPrevious[step] = new Durations();
                fromFirst[step] = new Durations();
            }
            fromPrevious[step].add(time - history.occurredAt(matched[step - 2]));
            fromFirst[step].add(time - history.occurredAt(matched[0]));
        }
    }

    /** Counts a unit that has a touchpoint serving this step, whatever came before. */
    void addOpen(int step) {
        open[step]++;
    }

    /** The next unit belongs to another customer. */
    void closeCustomer() {
        if (clusters != null) {
            clusters.closeCustomer();
        }
    }

    void merge(StepTally other) {
        for (int step = 1; step <= steps; step++) {
            reached[step] += other.reached[step];
            dropped[step] += other.dropped[step];
            inProgress[step] += other.inProgress[step];
            open[step] += other.open[step];
            matureReached[step] += other.matureReached[step];
        }
        merge(fromPrevious, other.fromPrevious);
        merge(fromFirst, other.fromFirst);
        if (clusters != null) {
            clusters.merge(other.clusters);
        }
    }

    private static void merge(Durations[] mine, Durations[] others) {
        for (int step = 0; step < mine.length; step++) {
            if (others[step] != null) {
                mine[step] = mine[step] == null ? new Durations() : mine[step];
                mine[step].merge(others[step]);
            }
        }
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
                ? Rate.of(new Proportion(reached[step], reached[step - 1]))
                : Rate.of(clusters.fromPrevious(step));
    }

    Rate mature(int step) {
        return clusters == null
                ? Rate.of(new Proportion(matureReached[step], matureReached[1]))
                : Rate.of(clusters.mature(step));
    }

    StepTimes timesFromPrevious(int step) {
        return fromPrevious[step] == null ? StepTimes.NONE : StepTimes.of(fromPrevious[step]);
    }

    StepTimes timesFromFirst(int step) {
        return fromFirst[step] == null ? StepTimes.NONE : StepTimes.of(fromFirst[step]);
    }
}
