package io.parcours.funnel;

import io.parcours.stats.Durations;
import io.parcours.stats.SpanLedger;

/** What is counted of one funnel for one breakdown value, step by step, with the times. */
final class StepTally extends StepCounts {
    private static final long serialVersionUID = 1L;

    private final int steps;
    /** By step, from 1. */
    private final long[] open;

    private final SpanLedger spans;
    /** The first of its accounts: the times from the step before, by step from 2, then those from step 1, from 3. */
    private final int firstAccount;

    StepTally(FunnelPlan plan, SpanLedger spans) {
        super(plan);
        steps = plan.stepCount();
        open = new long[steps + 1];
        this.spans = spans;
        firstAccount = spans.open(accounts());
    }

    /** Counts a unit that has a touchpoint serving this step, whatever came before. */
    void addOpen(int step) {
        open[step]++;
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by each of the other's accounts, the one of this tally
     */
    void merge(StepTally other, int[] mapped) {
        merge(other);
        for (int step = 1; step <= steps; step++) {
            open[step] += other.open[step];
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

    long open(int step) {
        return open[step];
    }

    /** The times from the step before to this one, 2 or later. */
    Durations fromPreviousTo(int step) {
        return spans.durations(accountFromPrevious(step));
    }

    /** The times from step 1 to this one, 2 or later. */
    Durations fromFirstTo(int step) {
        return spans.durations(accountFromFirst(step));
    }

    StepTimes timesFromPrevious(int step) {
        return step == 1 ? StepTimes.NONE : StepTimes.of(fromPreviousTo(step));
    }

    StepTimes timesFromFirst(int step) {
        return step == 1 ? StepTimes.NONE : StepTimes.of(fromFirstTo(step));
    }
}
