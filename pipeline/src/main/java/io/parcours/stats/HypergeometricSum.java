package io.parcours.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The distribution of how many of the one group have the mark, summed over strata, if in each stratum the mark were dealt
 * out at random: the convolution of hypergeometric distributions.
 *
 * <p>Each distribution is walked from its mode by the ratio of neighbours, so that counts of millions need no factorials
 * and lose no digits. What is less likely than 1e-300 of the mode is left out.
 */
final class HypergeometricSum {
    private static final double NEGLIGIBLE = 1e-300;
    /** As R's fisher.test takes probabilities for equal that differ by rounding. */
    private static final double ROUNDING = 1 + 1e-7;

    private final long lowest;
    private final double[] probabilities;

    private HypergeometricSum(long lowest, double[] probabilities) {
        this.lowest = lowest;
        this.probabilities = probabilities;
    }

    static HypergeometricSum of(List<FourfoldTable> strata) {
        HypergeometricSum sum = new HypergeometricSum(0, new double[] {1});
        for (FourfoldTable stratum : strata) {
            sum = sum.plus(of(stratum));
        }
        return sum;
    }

    private static HypergeometricSum of(FourfoldTable table) {
        long least = Math.max(0, table.with() - table.other());
        long most = Math.min(table.with(), table.one());
        long mode = (long) ((table.with() + 1.0) * (table.one() + 1.0) / (table.total() + 2.0));
        mode = Math.min(most, Math.max(least, mode));
        int below = steps(table, mode, least, -1);
        int above = steps(table, mode, most, 1);
        double[] weights = new double[below + 1 + above];
        weights[below] = 1;
        for (int i = below; i > 0; i--) {
            weights[i - 1] = weights[i] / rise(table, mode - below + i - 1);
        }
        for (int i = below; i + 1 < weights.length; i++) {
            weights[i + 1] = weights[i] * rise(table, mode - below + i);
        }
        double total = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
        return new HypergeometricSum(mode - below, weights);
    }

    /** How far from the mode, in this direction, counts are worth keeping. */
    private static int steps(FourfoldTable table, long mode, long end, int direction) {
        double weight = 1;
        int steps = 0;
        for (long count = mode; count != end && weight > NEGLIGIBLE; count += direction) {
            weight = direction > 0 ? weight * rise(table, count) : weight / rise(table, count - 1);
            steps++;
        }
        return steps;
    }

    /** How much likelier one more than this count is than the count. */
    private static double rise(FourfoldTable table, long count) {
        double up = (double) (table.with() - count) * (table.one() - count);
        double down = (double) (count + 1) * (table.other() - table.with() + count + 1);
        return up / down;
    }

    private HypergeometricSum plus(HypergeometricSum other) {
        double[] sum = new double[probabilities.length + other.probabilities.length - 1];
        for (int i = 0; i < probabilities.length; i++) {
            for (int j = 0; j < other.probabilities.length; j++) {
                sum[i + j] += probabilities[i] * other.probabilities[j];
            }
        }
        return new HypergeometricSum(lowest + other.lowest, sum);
    }

    /** The probability of all counts that are no likelier than this one: Fisher's rule for two sides. */
    double probabilityOfNoLikelierThan(long count) {
        double limit = probabilityOf(count) * ROUNDING;
        double sum = 0;
        for (double probability : probabilities) {
            if (probability <= limit) {
                sum += probability;
            }
        }
        return Math.min(1, sum);
    }

    private double probabilityOf(long count) {
        long place = count - lowest;
        return place < 0 || place >= probabilities.length ? 0 : probabilities[(int) place];
    }
}
