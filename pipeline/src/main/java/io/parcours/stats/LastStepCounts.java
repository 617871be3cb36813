package io.parcours.stats;

/** How many units of one period reached each step of a chain, by the value that they belong to. */
public final class LastStepCounts {
    private final long[][] reached;
    private final long[] total;

    private LastStepCounts(long[][] reached, int steps) {
        this.reached = reached;
        this.total = new long[steps];
        for (long[] ofValue : reached) {
            for (int step = 0; step < steps; step++) {
                total[step] += ofValue[step];
            }
        }
    }

    /**
     * Counts units by their last step.
     *
     * @param lastSteps by value and step: how many units reached this step as their last, index 0 for step 1
     * @param steps how many steps the chain has, at least one
     */
    public static LastStepCounts ofLastSteps(long[][] lastSteps, int steps) {
        long[][] reached = new long[lastSteps.length][steps];
        for (int value = 0; value < lastSteps.length; value++) {
            long further = 0;
            for (int step = steps - 1; step >= 0; step--) {
                further += lastSteps[value][step];
                reached[value][step] = further;
            }
        }
        return new LastStepCounts(reached, steps);
    }

    /** The same units without these, which are among them; both have the same values and steps. */
    LastStepCounts without(LastStepCounts others) {
        long[][] rest = new long[reached.length][total.length];
        for (int value = 0; value < rest.length; value++) {
            for (int step = 0; step < total.length; step++) {
                rest[value][step] = reached[value][step] - others.reached[value][step];
            }
        }
        return new LastStepCounts(rest, total.length);
    }

    int values() {
        return reached.length;
    }

    public int steps() {
        return total.length;
    }

    /** How many units of a value, 0 for the first, reached a step, 1 for the first. */
    long reached(int value, int step) {
        return reached[value][step - 1];
    }

    /** How many units reached a step, 1 for the first. */
    public long reached(int step) {
        return total[step - 1];
    }

    /** How many units entered. */
    public long entered() {
        return total[0];
    }

    /** The part of the entered that reached the last step; some entered. */
    public double finalRate() {
        return (double) total[total.length - 1] / total[0];
    }
}
