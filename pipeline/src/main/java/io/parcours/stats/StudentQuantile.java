package io.parcours.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The two-sided 95 % quantile of Student's t distribution.
 *
 * <p>From 30 degrees of freedom on by its expansion around the normal quantile: M. Abramowitz and I. A. Stegun,
 * "Handbook of Mathematical Functions" (1964), 26.7.5; off by less than 1e-6 there.
 */
final class StudentQuantile {
    private static final int TABLE_SIZE = 30;
    private static final double[] TABLE = table();

    private StudentQuantile() {}

    /** The quantile for this many degrees of freedom, at least 1. */
    static double of(long degrees) {
        if (degrees < 1) {
            throw new IllegalArgumentException("no degrees of freedom: " + degrees);
        }
        if (degrees < TABLE_SIZE) {
            return TABLE[(int) degrees];
        }
        double z = Proportion.Z;
        double z2 = z * z;
        double first = z * (z2 + 1) / 4;
        double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        double d = degrees;
        return z + (first + (second + (third + fourth / d) / d) / d) / d;
    }

    private static double[] table() {
        double[] table = new double[TABLE_SIZE];
        for (int degrees = 1; degrees < TABLE_SIZE; degrees++) {
            table[degrees] = new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
        }
        return table;
    }
}
