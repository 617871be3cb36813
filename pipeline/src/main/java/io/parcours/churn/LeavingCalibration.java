package io.parcours.churn;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What share of customers with a model's probability of leaving did leave, learned from a back-test: within a class of
 * frequency, and never falling where the model's probability rises.
 *
 * <p>Source of pooling adjacent violators: M. Ayer, H. D. Brunk, G. M. Ewing, W. T. Reid and E. Silverman, "An empirical
 * distribution function for sampling with incomplete information", Annals of Mathematical Statistics 26 (1955) 641-647;
 * of its use for calibration: B. Zadrozny and C. Elkan, "Transforming classifier scores into accurate multiclass
 * probability estimates", Proceedings of KDD (2002) 694-699.
 */
final class LeavingCalibration implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Fewer customers do not tell a share: it would be off by more than a tenth too often. */
    static final int FEWEST_OF_BLOCK = 50;
    /** A class with fewer joins its neighbour. */
    static final int FEWEST_OF_CLASS = 100;

    /** 0, 1, 2, 3 to 4, 5 to 8 and so on, doubling. */
    private static final int CLASSES = 33;

    /** By class of frequency: which steps. */
    private final int[] stepsOfClass;

    private final PooledSteps[] steps;

    private LeavingCalibration(int[] stepsOfClass, PooledSteps[] steps) {
        this.stepsOfClass = stepsOfClass;
        this.steps = steps;
    }

    /**
     * Learns from some of the groups; nothing where they have too few customers.
     *
     * @param raw the model's probability of each group
     */
    static Optional<LeavingCalibration> learn(OutcomeGroups groups, double[] raw, IntPredicate which) {
        long[] customers = new long[CLASSES];
        for (int group = 0; group < groups.size(); group++) {
            if (which.test(group)) {
                customers[classOf(groups.x(group))] += groups.customers(group);
            }
        }
        if (Arrays.stream(customers).sum() < FEWEST_OF_BLOCK) {
            return Optional.empty();
        }
        int[] stepsOfClass = joined(customers);
        PooledSteps[] steps = new PooledSteps[stepsOfClass[CLASSES - 1] + 1];
        for (int i = 0; i < steps.length; i++) {
            int number = i;
            steps[i] = PooledSteps.of(ScoreTallies.of(
                    groups, raw, group -> which.test(group) && stepsOfClass[classOf(groups.x(group))] == number));
        }
        return Optional.of(new LeavingCalibration(stepsOfClass, steps));
    }

    /** Joins classes from the lowest up until they are large enough; what is left over joins the last. */
    private static int[] joined(long[] customers) {
        int[] joined = new int[CLASSES];
        long rest = Arrays.stream(customers).sum();
        long gathered = 0;
        int current = 0;
        for (int i = 0; i < CLASSES; i++) {
            joined[i] = current;
            gathered += customers[i];
            rest -= customers[i];
            if (gathered >= FEWEST_OF_CLASS && rest >= FEWEST_OF_CLASS) {
                current++;
                gathered = 0;
            }
        }
        return joined;
    }

    static int classOf(int x) {
        return x == 0 ? 0 : Integer.SIZE + 1 - Integer.numberOfLeadingZeros(x - 1);
    }

    /** The share that left among those like this customer. */
    double probability(int x, double raw) {
        return steps[stepsOfClass[classOf(x)]].share(raw);
    }
}
