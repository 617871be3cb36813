package io.parcours.buying;

import io.parcours.stats.GaussLegendre;
import org.apache.commons.math3.util.FastMath;

/**
 * In Pareto/NBD, how much likelier it is that a customer left between two times than that he is there at an age T,
 *
 * <pre>
 * s * integral from t1 to t2 of ((alpha + T) / (alpha + t))^R * ((beta + T) / (beta + t))^s / (beta + t) dt
 * </pre>
 *
 * <p>which the literature writes as a difference of two hypergeometric functions: P. S. Fader and B. G. S. Hardie, "A
 * note on deriving the Pareto/NBD model and related expressions" (2005), equations 18 to 22. Summed over {@code
 * ln(min(alpha, beta) + t)}, in which it changes evenly, no digits cancel and derivatives cost little.
 */
abstract class LeavingIntegral {
    private static final double WIDEST_PANEL = 1.5;
    private static final double STEEPEST_PANEL = 15;
    /** A panel whose greatest part is below exp of this adds nothing. */
    private static final double NOTHING = -42;

    final double alpha;
    final double s;
    final double beta;

    LeavingIntegral(double alpha, double s, double beta) {
        this.alpha = alpha;
        this.s = s;
        this.beta = beta;
    }

    /** A part of the sum: its weight relative to the integrand at the lower end. */
    abstract void part(double weight, double time, double logAlpha, double logBeta);

    /**
     * Shows all parts, and tells the logarithm of the integrand at the lower end, which is its greatest.
     *
     * @param shape R
     * @param age T
     */
    final double over(double from, double to, double shape, double age) {
        double least = Math.min(alpha, beta);
        double logLeast = FastMath.log(least + from);
        double logAlphaFrom = FastMath.log(alpha + from);
        double logBetaFrom = FastMath.log(beta + from);
        double width = FastMath.log1p((to - from) / (least + from));
        double begin = 0;
        while (begin < width) {
            double time = from + (least + from) * FastMath.expm1(begin);
            double steepness = (shape / (alpha + time) + (s + 1) / (beta + time)) * (least + time);
            if (begin * steepnessAtStart(shape, from, least) > -NOTHING) {
                break;
            }
            double panel = Math.min(width - begin, Math.min(WIDEST_PANEL, STEEPEST_PANEL / steepness));
            for (int i = 0; i < GaussLegendre.PLACES; i++) {
                double w = begin + GaussLegendre.place(i) * panel;
                double growth = FastMath.expm1(w);
                double at = from + (least + from) * growth;
                double logAlpha = alpha <= beta ? logLeast + w : FastMath.log(alpha + at);
                double logBeta = beta <= alpha ? logLeast + w : FastMath.log(beta + at);
                double logPart = -shape * (logAlpha - logAlphaFrom) - (s + 1) * (logBeta - logBetaFrom);
                double weight = GaussLegendre.weight(i) * panel * (least + at) * FastMath.exp(logPart);
                part(weight, at, logAlpha, logBeta);
            }
            begin += panel;
        }
        return FastMath.log(s)
                + shape * (FastMath.log(alpha + age) - logAlphaFrom)
                + s * (FastMath.log(beta + age) - logBetaFrom)
                - logBetaFrom;
    }

    private double steepnessAtStart(double shape, double from, double least) {
        return (shape / (alpha + from) + (s + 1) / (beta + from)) * (least + from);
    }
}
