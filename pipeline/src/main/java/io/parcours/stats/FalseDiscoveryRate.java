package io.parcours.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What share of the findings would be false if all tests up to one were called findings, at most and on average.
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate: a practical and powerful approach to
 * multiple testing", Journal of the Royal Statistical Society B 57 (1995) 289-300.
 */
public final class FalseDiscoveryRate {
    private FalseDiscoveryRate() {}

    /** The q value of each test: the lowest rate at which it is still a finding. In the order of the p values. */
    public static double[] of(double[] pValues) {
        int[] rising = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> pValues[test]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] qValues = new double[pValues.length];
        double lowest = 1;
        for (int rank = rising.length; rank > 0; rank--) {
            int test = rising[rank - 1];
            lowest = Math.min(lowest, pValues[test] * rising.length / rank);
            qValues[test] = lowest;
        }
        return qValues;
    }
}
