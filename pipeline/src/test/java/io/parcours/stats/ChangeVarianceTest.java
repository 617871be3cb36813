package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The delta method against its definition, with derivatives found by trying. */
class ChangeVarianceTest {
    /** So many units for one that what rates are drawn by does not show. */
    private static final long MANY = 1_000_000;

    @Test
    void theVarianceIsThatOfTheCountsTimesTheSquaredDerivatives() {
        Random random = new Random(19);
        int lent = 0;
        for (int round = 0; round < 100; round++) {
            int steps = 1 + random.nextInt(5);
            long[][][] cells = {cells(random, 3, steps), cells(random, 3, steps)};
            ComparedCounts counts = counts(cells, steps);
            if (counts.isComparable()) {
                double[] expected = byTrying(cells, steps);
                double[] actual = ChangeVariance.of(counts);
                for (int part = 0; part <= steps; part++) {
                    assertThat(actual[part]).isEqualTo(expected[part], within(1e-3 * expected[part] + 1e-11));
                }
                lent += hasLentRate(counts) ? 1 : 0;
            }
        }
        assertThat(lent).isGreaterThan(20);
    }

    @Test
    void aHundredTimesTheUnitsAreTenTimesAsCertain() {
        long[][][] cells = {{{5, 3, 4}, {2, 6, 1}}, {{4, 4, 5}, {7, 2, 2}}};
        multiply(cells, MANY);
        double[] many = ChangeVariance.of(counts(cells, 3));
        multiply(cells, 100);
        double[] more = ChangeVariance.of(counts(cells, 3));

        for (int part = 0; part <= 3; part++) {
            assertThat(many[part] / more[part]).isEqualTo(100, within(.1));
        }
    }

    private static void multiply(long[][][] cells, long factor) {
        for (long[][] period : cells) {
            for (long[] ofValue : period) {
                for (int step = 0; step < ofValue.length; step++) {
                    ofValue[step] *= factor;
                }
            }
        }
    }

    /**
     * The counts of a period being multinomial, and a part depending on their proportions only, its variance is the sum
     * over the cells of the count times the squared derivative by the count.
     */
    private static double[] byTrying(long[][][] cells, int steps) {
        double[] variances = new double[steps + 1];
        for (long[][] period : cells) {
            for (long[] ofValue : period) {
                for (int step = 0; step < steps; step++) {
                    long count = ofValue[step];
                    long shift = count / 1000;
                    ofValue[step] = count + shift;
                    double[] above = parts(counts(cells, steps));
                    ofValue[step] = count - shift;
                    double[] below = parts(counts(cells, steps));
                    ofValue[step] = count;
                    for (int part = 0; part <= steps && shift > 0; part++) {
                        double derivative = (above[part] - below[part]) / (2.0 * shift);
                        variances[part] += count * derivative * derivative;
                    }
                }
            }
        }
        return variances;
    }

    private static double[] parts(ComparedCounts counts) {
        double[] parts = Arrays.copyOf(ChangeParts.of(counts), counts.steps() + 1);
        parts[counts.steps()] = ChangeParts.total(counts);
        return parts;
    }

    private static boolean hasLentRate(ComparedCounts counts) {
        for (int value = 0; value < counts.values(); value++) {
            for (int step = 1; step < counts.steps(); step++) {
                if (counts.before().reached(value, step) == 0 != (counts.after().reached(value, step) == 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long[][] cells(Random random, int values, int steps) {
        long[][] cells = new long[values][steps];
        for (long[] ofValue : cells) {
            int reach = random.nextInt(steps + 1);
            for (int step = 0; step < reach; step++) {
                ofValue[step] = random.nextInt(6) * MANY;
            }
        }
        return cells;
    }

    private static ComparedCounts counts(long[][][] cells, int steps) {
        return new ComparedCounts(
                LastStepCounts.ofLastSteps(cells[0], steps), LastStepCounts.ofLastSteps(cells[1], steps));
    }
}
