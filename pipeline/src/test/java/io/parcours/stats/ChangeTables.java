package io.parcours.stats;

import java.util.Random;

/** Counts of two periods for tests. */
final class ChangeTables {

    private ChangeTables() {}

    /** By value: how many reached step 1, 2, ... */
    static LastStepCounts reached(long[]... reached) {
        int steps = reached[0].length;
        long[][] last = new long[reached.length][steps];
        for (int value = 0; value < last.length; value++) {
            for (int step = 0; step < steps; step++) {
                last[value][step] = reached[value][step] - (step + 1 < steps ? reached[value][step + 1] : 0);
            }
        }
        return LastStepCounts.ofLastSteps(last, steps);
    }

    /** Small random counts in which values, bases and conversions are often missing; units entered in both periods. */
    static ComparedCounts random(Random random, int values, int steps, int bound) {
        ComparedCounts counts;
        do {
            counts = new ComparedCounts(
                    randomPeriod(random, values, steps, bound), randomPeriod(random, values, steps, bound));
        } while (!counts.isComparable());
        return counts;
    }

    private static LastStepCounts randomPeriod(Random random, int values, int steps, int bound) {
        long[][] reached = new long[values][steps];
        for (long[] ofValue : reached) {
            long left = random.nextInt(bound);
            for (int step = 0; step < steps; step++) {
                ofValue[step] = left;
                left = random.nextInt(4) == 0 ? 0 : random.nextInt((int) left + 1);
            }
        }
        return reached(reached);
    }
}
