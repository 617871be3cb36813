package io.parcours.stats;

import org.apache.commons.math3.util.FastMath;

/**
 * Gauss's hypergeometric function F(a, b; c; z) for positive a, b, c and 0 &lt;= z &lt; 1.
 *
 * <p>Three ways, all sums of positive terms, so that no digits cancel: the power series; the power series after Euler's
 * transformation, where that makes it shorter; and Euler's integral where the series is long (z near 1, or large
 * parameters). Sources: NIST Digital Library of Mathematical Functions, 15.2.1 (series), 15.8.1 (transformation) and
 * 15.6.1 (integral); M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 15.1.1, 15.3.3 and
 * 15.3.1.
 *
 * <p>Accuracy: the logarithm is right to 1e-12, or to 1e-14 of the greatest of a, b and c where that is more; where
 * 1 - z is below 1e-10, as far as z itself tells. Range: every z &lt; 1 where c &gt; min(a, b); otherwise as long as
 * {@value #MOST_TERMS} terms suffice, which for parameters of ordinary size means 1 - z &gt; 1e-5.
 */
public final class GaussHypergeometric {
    private static final int SHORT_SERIES = 2_000;
    private static final int MOST_TERMS = 5_000_000;
    private static final double NEGLIGIBLE = 1e-17;
    private static final double LARGE = 1e250;
    private static final double LOG_LARGE = 575.6462732485115;

    private GaussHypergeometric() {}

    /**
     * F(a, b; c; z).
     *
     * @throws IllegalArgumentException where a, b, c or z lie outside the range, or the result is too large for a double
     */
    public static double of(double a, double b, double c, double z) {
        double value = FastMath.exp(logOf(a, b, c, z));
        if (value == Double.POSITIVE_INFINITY) {
            throw outside(a, b, c, z);
        }
        return value;
    }

    /**
     * The logarithm of F(a, b; c; z), which is at least 0.
     *
     * @throws IllegalArgumentException where a, b, c or z lie outside the range
     */
    public static double logOf(double a, double b, double c, double z) {
        if (!isPositive(a) || !isPositive(b) || !isPositive(c) || !(z >= 0 && z < 1)) {
            throw outside(a, b, c, z);
        }
        double small = Math.min(a, b);
        double large = Math.max(a, b);
        boolean isTransformed = c > large && a + b > c;
        double logarithm = isTransformed
                ? logSeries(c - large, c - small, c, z, SHORT_SERIES) + (c - a - b) * FastMath.log1p(-z)
                : logSeries(small, large, c, z, SHORT_SERIES);
        if (Double.isNaN(logarithm)) {
            logarithm = c > small ? EulerIntegral.log(large, small, c, z) : logSeries(a, b, c, z, MOST_TERMS);
        }
        if (Double.isNaN(logarithm)) {
            throw outside(a, b, c, z);
        }
        return logarithm;
    }

    private static boolean isPositive(double parameter) {
        return parameter > 0 && parameter < Double.POSITIVE_INFINITY;
    }

    private static IllegalArgumentException outside(double a, double b, double c, double z) {
        return new IllegalArgumentException(
                "outside the range of F(a, b; c; z): " + a + ", " + b + "; " + c + "; " + z);
    }

    /** The logarithm of the power series, or NaN where so many terms do not suffice. */
    private static double logSeries(double a, double b, double c, double z, int mostTerms) {
        double sum = 1;
        double term = 1;
        double scale = 0;
        for (int k = 0; k < mostTerms; k++) {
            double ratio = (a + k) / (c + k) * ((b + k) / (1 + k)) * z;
            term *= ratio;
            sum += term;
            // Later ratios lie between this one and z.
            double greatest = Math.max(ratio, z);
            if (greatest < 1 && term * greatest <= NEGLIGIBLE * sum * (1 - greatest)) {
                return scale + FastMath.log(sum);
            }
            if (sum > LARGE) {
                sum /= LARGE;
                term /= LARGE;
                scale += LOG_LARGE;
            }
        }
        return Double.NaN;
    }
}
