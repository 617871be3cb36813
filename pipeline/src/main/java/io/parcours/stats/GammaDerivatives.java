package io.parcours.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * The first two derivatives of the logarithm of the gamma function, to about 14 digits for positive numbers; those of
 * commons-math3 have eight.
 *
 * <p>Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 6.3.5 and 6.4.6 (recurrences),
 * 6.3.18 and 6.4.12 (asymptotic expansions, used from {@value #ASYMPTOTIC_FROM} on).
 */
public final class GammaDerivatives {
    private static final double ASYMPTOTIC_FROM = 12;
    /** Of the Bernoulli numbers B2, B4, ...: B2k / 2k. */
    private static final double[] FIRST = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };
    /** The Bernoulli numbers themselves. */
    private static final double[] SECOND = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6};

    private GammaDerivatives() {}

    /** The digamma function of a positive number. */
    public static double digamma(double x) {
        double shifted = positive(x);
        double sum = 0;
        while (shifted < ASYMPTOTIC_FROM) {
            sum -= 1 / shifted;
            shifted++;
        }
        return sum + FastMath.log(shifted) - 0.5 / shifted - tail(FIRST, shifted);
    }

    /** The trigamma function of a positive number. */
    public static double trigamma(double x) {
        double shifted = positive(x);
        double sum = 0;
        while (shifted < ASYMPTOTIC_FROM) {
            sum += 1 / (shifted * shifted);
            shifted++;
        }
        return sum + (1 + 0.5 / shifted + tail(SECOND, shifted)) / shifted;
    }

    private static double tail(double[] coefficients, double x) {
        double inverse = 1 / (x * x);
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = (sum + coefficients[k]) * inverse;
        }
        return sum;
    }

    private static double positive(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("not a positive number: " + x);
        }
        return x;
    }
}
