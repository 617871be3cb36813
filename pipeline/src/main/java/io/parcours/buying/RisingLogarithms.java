package io.parcours.buying;

import io.parcours.stats.GammaDerivatives;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;

/**
 * The logarithm of the rising factorial {@code p (p + 1) ... (p + n - 1)}, which is Gamma(p + n) / Gamma(p), and its
 * first two derivatives by p, for some distinct rising n. Small n by adding up, which keeps all digits.
 */
final class RisingLogarithms {
    private static final int ADDED_UP_TO = 1_000;

    private final double[] values;
    private final double[] slopes;
    private final double[] curvatures;

    /** For n = x + shift. */
    RisingLogarithms(double p, DistinctNumbers x, int shift) {
        values = new double[x.size()];
        slopes = new double[x.size()];
        curvatures = new double[x.size()];
        int added = 0;
        double value = 0;
        double slope = 0;
        double curvature = 0;
        for (int i = 0; i < x.size(); i++) {
            long n = (long) x.number(i) + shift;
            while (added < n && added < ADDED_UP_TO) {
                double factor = p + added;
                value += FastMath.log(factor);
                slope += 1 / factor;
                curvature -= 1 / (factor * factor);
                added++;
            }
            values[i] = value;
            slopes[i] = slope;
            curvatures[i] = curvature;
            if (n > added) {
                double from = p + added;
                values[i] += Gamma.logGamma(p + n) - Gamma.logGamma(from);
                slopes[i] += GammaDerivatives.digamma(p + n) - GammaDerivatives.digamma(from);
                curvatures[i] += GammaDerivatives.trigamma(p + n) - GammaDerivatives.trigamma(from);
            }
        }
    }

    double value(int index) {
        return values[index];
    }

    double slope(int index) {
        return slopes[index];
    }

    double curvature(int index) {
        return curvatures[index];
    }
}
