package io.parcours.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.FastMath;

/**
 * F(a, b; c; z) as the mean of {@code (1 - z p)^-a} over p of the beta distribution with parameters b and c - b (DLMF
 * 15.6.1). One is taken out of the mean, so that what remains vanishes with p and small b do no harm.
 *
 * <p>Over the log odds u of p the integrand is analytic in the strip {@code |Im u| < pi} and falls off at both ends, so
 * the trapezoidal rule converges exponentially once {@code u = mode + width * sinh(w)} has shortened the tails: H.
 * Takahasi and M. Mori, "Double exponential formulas for numerical integration", Publications of RIMS 9 (1974) 721-741.
 * The step is halved until two sums agree.
 */
final class EulerIntegral {
    private static final int MOST_HALVINGS = 12;
    private static final double FIRST_STEP = 0.5;
    /** The error is about squared by halving the step, so the finer one is right to all digits. */
    private static final double AGREEMENT = 1e-9;
    /** Below exp of this a part of the integrand is nothing beside its greatest. */
    private static final double NOTHING = -45;

    private static final int SEARCH_STEPS = 120;

    private final double a;
    private final double b;
    private final double c;
    private final double z;
    private final double complement;
    private double mode;
    private double peak;
    private double width;

    private EulerIntegral(double a, double b, double c, double z) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.z = z;
        this.complement = 1 - z;
    }

    /** The logarithm of F, c &gt; b &gt; 0; NaN where halving the step does not lead to agreement. */
    static double log(double a, double b, double c, double z) {
        EulerIntegral integral = new EulerIntegral(a, b, c, z);
        integral.findPeak();
        return integral.integrate();
    }

    private double integrate() {
        double step = FIRST_STEP;
        double sum = sum(0, step) * step;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double finer = (sum + sum(step / 2, step) * step) / 2;
            step /= 2;
            if (Math.abs(finer - sum) <= (AGREEMENT + rounding()) * finer) {
                double excess = peak + FastMath.log(finer * width) - Beta.logBeta(b, c - b);
                return excess > 0
                        ? excess + FastMath.log1p(FastMath.exp(-excess))
                        : FastMath.log1p(FastMath.exp(excess));
            }
            sum = finer;
        }
        return Double.NaN;
    }

    /** What rounding does to the parts where the integrand is greatest: it grows with the parameters. */
    private double rounding() {
        double logOfOdds = logOnePlusExp(mode);
        double power = a * (logOfOdds - logOnePlusExp(mode + FastMath.log(complement)));
        return 1e-15 * (Math.abs(b * mode) + c * logOfOdds + power);
    }

    private double sum(double first, double step) {
        double sum = 0;
        double w = first;
        double part;
        do {
            part = part(w);
            sum += part;
            w += step;
        } while (part > 0);
        w = first - step;
        do {
            part = part(w);
            sum += part;
            w -= step;
        } while (part > 0);
        return sum;
    }

    private double part(double w) {
        double logPart = exponent(mode + width * FastMath.sinh(w)) - peak;
        return logPart < NOTHING ? 0 : FastMath.exp(logPart) * FastMath.cosh(w);
    }

    private double exponent(double u) {
        double logOfOdds = logOnePlusExp(u);
        double growth = u < 0
                ? -FastMath.log1p(-z / (1 + FastMath.exp(-u)))
                : logOfOdds - logOnePlusExp(u + FastMath.log(complement));
        double power = a * growth;
        // The logarithm of exp(power) - 1; the power falls to 0 with p = exp(u).
        double logExcess = power < 1e-300
                ? FastMath.log(a * z) + u
                : power > 1 ? power + FastMath.log1p(-FastMath.exp(-power)) : FastMath.log(FastMath.expm1(power));
        return b * u - c * logOfOdds + logExcess;
    }

    private static double logOnePlusExp(double u) {
        return u > 0 ? u + FastMath.log1p(FastMath.exp(-u)) : FastMath.log1p(FastMath.exp(u));
    }

    private void findPeak() {
        double low = -100 - FastMath.log(1 + a + c);
        double high = 100 - FastMath.log(complement) + FastMath.log(1 + a + c);
        for (int i = 0; i < SEARCH_STEPS; i++) {
            double third = (high - low) / 3;
            if (exponent(low + third) < exponent(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        mode = (low + high) / 2;
        peak = exponent(mode);
        width = 1e-8;
        while (width < 1 && exponent(mode + width) > peak - 1 && exponent(mode - width) > peak - 1) {
            width *= 2;
        }
    }
}
