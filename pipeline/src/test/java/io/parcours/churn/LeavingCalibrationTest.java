package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeavingCalibrationTest {

    @Test
    void sharesOfBlocksAreThoseOfIsotonicRegression() {
        Random random = new Random(8);
        for (int round = 0; round < 100; round++) {
            int size = 1 + random.nextInt(12);
            double[] scores = new double[size];
            long[] customers = new long[size];
            long[] left = new long[size];
            for (int i = 0; i < size; i++) {
                scores[i] = (i + random.nextDouble()) / size;
                customers[i] = LeavingCalibration.FEWEST_OF_BLOCK + random.nextInt(50);
                left[i] = random.nextInt((int) customers[i] + 1);
            }
            PooledSteps steps = PooledSteps.of(ScoreTallies.ofClasses(scores, customers, left));
            double before = 0;
            for (int i = 0; i < size; i++) {
                // Every score is a block of its own, so a block's mean lies where the shares of its scores are equal.
                assertThat(steps.share(mean(scores, customers, left, i)))
                        .isCloseTo(share(customers, left, i), within(1e-9));
                assertThat(steps.share(scores[i])).isBetween(before, 1.0);
                before = steps.share(scores[i]);
            }
            assertThat(steps.share(-1)).isCloseTo(share(customers, left, 0), within(1e-12));
            assertThat(steps.share(2)).isCloseTo(share(customers, left, size - 1), within(1e-12));
        }
    }

    /** The isotonic regression at i, as the greatest over starts of the least mean over ends. */
    private static double share(long[] customers, long[] left, int i) {
        double greatest = 0;
        for (int from = 0; from <= i; from++) {
            double least = 1;
            for (int to = i; to < customers.length; to++) {
                double there = 0;
                double gone = 0;
                for (int k = from; k <= to; k++) {
                    there += customers[k];
                    gone += left[k];
                }
                least = Math.min(least, gone / there);
            }
            greatest = Math.max(greatest, least);
        }
        return greatest;
    }

    /** The mean score of all that share i's share. */
    private static double mean(double[] scores, long[] customers, long[] left, int i) {
        double sum = 0;
        double there = 0;
        for (int k = 0; k < scores.length; k++) {
            if (Math.abs(share(customers, left, k) - share(customers, left, i)) < 1e-12) {
                sum += customers[k] * scores[k];
                there += customers[k];
            }
        }
        return sum / there;
    }

    @Test
    void betweenTheMeansOfTwoBlocksTheShareRisesEvenly() {
        // 100 customers at 0.2 of whom 10 left, 100 at 0.6 of whom 50 left: half way between, 30 of 100.
        PooledSteps steps = PooledSteps.of(
                ScoreTallies.ofClasses(new double[] {0.2, 0.6}, new long[] {100, 100}, new long[] {10, 50}));

        assertThat(steps.share(0.2)).isEqualTo(0.1);
        assertThat(steps.share(0.4)).isCloseTo(0.3, within(1e-12));
        assertThat(steps.share(0.5)).isCloseTo(0.4, within(1e-12));
        assertThat(steps.share(0.9)).isEqualTo(0.5);
    }

    @Test
    void aBlockHasAtLeastTheFewestCustomers() {
        // 40 and 40 are one block of 80, in which 40 left; 30 are too few for one of their own and join the last.
        PooledSteps steps = PooledSteps.of(ScoreTallies.ofClasses(
                new double[] {0.1, 0.3, 0.5, 0.7}, new long[] {40, 40, 50, 30}, new long[] {0, 40, 50, 30}));

        assertThat(steps.share(0.1)).isEqualTo(0.5);
        assertThat(steps.share(0.2)).isEqualTo(0.5);
        // 0.5 and 0.7 of 50 and 30 customers.
        assertThat(steps.share(0.575)).isEqualTo(1);
    }

    @Test
    void classesOfFrequencyDouble() {
        int[] first = {0, 1, 2, 3, 5, 9, 17, 33};
        for (int i = 0; i < first.length; i++) {
            assertThat(LeavingCalibration.classOf(first[i])).isEqualTo(i);
            assertThat(LeavingCalibration.classOf(i + 1 < first.length ? first[i + 1] - 1 : 64))
                    .isEqualTo(i);
        }
        assertThat(LeavingCalibration.classOf(Integer.MAX_VALUE)).isEqualTo(32);
    }

    @Test
    void aClassWithTooFewCustomersJoinsItsNeighbour() {
        OutcomeTable table = new OutcomeTable();
        add(table, 0, 150, 150);
        add(table, 1, 60, 30);
        add(table, 2, 60, 0);
        add(table, 9, 90, 0);
        double[] raw = {0.9, 0.5, 0.5, 0.5};
        LeavingCalibration learned = LeavingCalibration.learn(OutcomeGroups.of(table), raw, group -> true)
                .orElseThrow();

        assertThat(learned.probability(0, 0.9)).isEqualTo(1);
        // 1, 2 and, since 90 are too few, 9: 30 of 210 left.
        assertThat(learned.probability(1, 0.5)).isEqualTo(30 / 210.0);
        assertThat(learned.probability(2, 0.1)).isEqualTo(30 / 210.0);
        assertThat(learned.probability(1_000, 1)).isEqualTo(30 / 210.0);
    }

    @Test
    void tooFewCustomersTeachNothing() {
        OutcomeTable table = new OutcomeTable();
        add(table, 0, LeavingCalibration.FEWEST_OF_BLOCK - 1, 3);
        OutcomeGroups groups = OutcomeGroups.of(table);

        assertThat(LeavingCalibration.learn(groups, new double[] {0.5}, group -> true))
                .isEmpty();
        add(table, 0, 1, 0);
        assertThat(LeavingCalibration.learn(OutcomeGroups.of(table), new double[] {0.5}, group -> true))
                .isPresent();
    }

    private static void add(OutcomeTable table, int x, int customers, int left) {
        table.add(OutcomeTable.keyOf(x, x), OutcomeTable.ageAndHalfOf(x, 0), customers, left, 0, 0);
    }
}
