package io.parcours.buying;

import io.parcours.stats.GaussHypergeometric;
import io.parcours.stats.GaussLegendre;
import org.apache.commons.math3.util.FastMath;

/**
 * The expected number of purchases of a customer who is there and whose probability of leaving after each purchase is
 * beta distributed with a and c, while his rate is gamma distributed with shape R and exposure A. Within time t, with z =
 * t / (A + t), k = a + c - 1 - R:
 *
 * <pre>
 * (a + c - 1) / (a - 1) * (1 - (1 - z)^R F(R, c; a + c - 1; z))                  Fader, Hardie and Lee (2005), equation 10
 *   = (a + c - 1) / (a - 1) * (1 - (1 - z)^(a-1) F(k, a - 1; a + c - 1; z))      Euler's transformation, DLMF 15.8.1
 * </pre>
 *
 * <p>a = 1 is no more than a hole in this formula. The second series is short for large R and c, since k does not grow
 * with the number of purchases; with {@code F = 1 + (a - 1) S}, S a series in itself, a - 1 divides out. Where S is long
 * or digits would cancel, expected numbers are summed purchase by purchase, or the rate of purchases, {@code R / A * F(R + 1,
 * a; a + c; -t / A)}, over time.
 */
final class StillBuying {
    private static final int MOST_TERMS = 2_000;
    private static final double NEGLIGIBLE = 1e-17;
    /** How much smaller than its parts a sum may be: five of sixteen digits are then lost. */
    private static final double MOST_CANCELLED = 1e-5;

    private static final double PANEL = 2;
    private static final double LEAST_EXPONENT = -600;

    private StillBuying() {}

    static double expected(double shape, double exposure, double a, double c, double time) {
        if (time <= 0) {
            return 0;
        }
        double expected = bySeries(shape, exposure, a, c, time);
        if (Double.isNaN(expected)) {
            expected = byCounts(shape, a, c, time / exposure);
        }
        return Double.isNaN(expected) ? byRate(shape, a, c, time / exposure) : expected;
    }

    /** NaN where the series is long or digits cancel. */
    static double bySeries(double shape, double exposure, double a, double c, double time) {
        double z = time / (exposure + time);
        double k = a + c - 1 - shape;
        double term = k * z;
        double sum = term;
        double size = Math.abs(term);
        for (int n = 1; ; n++) {
            if (n > MOST_TERMS) {
                return Double.NaN;
            }
            double ratio = (k + n) / (c + a + n - 1) * ((a + n - 1) / (n + 1)) * z;
            term *= ratio;
            sum += term;
            size = Math.max(size, Math.abs(term));
            double greatest = Math.max(Math.abs(ratio), z);
            if (k + n > 0 && greatest < 1 && Math.abs(term) * greatest <= NEGLIGIBLE * size * (1 - greatest)
                    || term == 0) {
                break;
            }
        }
        double logStay = -FastMath.log1p(time / exposure);
        double power = FastMath.exp((a - 1) * logStay);
        double direct = a == 1 ? logStay : FastMath.expm1((a - 1) * logStay) / (a - 1);
        double first = (a + c - 1) * direct;
        double expected = -(first + power * sum);
        return expected > MOST_CANCELLED * (Math.abs(first) + power * size) ? expected : Double.NaN;
    }

    /**
     * The sum over n of the probability that a customer who stays buys more than n times, a negative binomial one, and
     * that he stays for n purchases; NaN where that takes many terms.
     */
    static double byCounts(double shape, double a, double c, double relativeTime) {
        double logNone = -shape * FastMath.log1p(relativeTime);
        if (logNone < LEAST_EXPONENT) {
            return Double.NaN;
        }
        double z = relativeTime / (1 + relativeTime);
        double count = FastMath.exp(logNone);
        double more = -FastMath.expm1(logNone);
        double staying = 1;
        double sum = more;
        for (int n = 1; n < MOST_TERMS; n++) {
            double ratio = (shape + n - 1) / n * z;
            count *= ratio;
            more -= count;
            staying *= (c + n - 1) / (a + c + n - 1);
            sum += more * staying;
            double greatest = Math.max(ratio, z);
            if (greatest < 1 && count <= NEGLIGIBLE * sum * (1 - greatest) * (1 - greatest)) {
                return sum;
            }
        }
        return Double.NaN;
    }

    /**
     * The rate summed over {@code v = ln(1 + (R + 1) t / A)}, in which it changes evenly; F of a negative argument by
     * Pfaff's transformation, DLMF 15.8.1.
     */
    static double byRate(double shape, double a, double c, double relativeTime) {
        double scale = shape + 1;
        double end = FastMath.log1p(scale * relativeTime);
        int panels = (int) Math.ceil(end / PANEL);
        double width = end / panels;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < GaussLegendre.PLACES; i++) {
                double v = (panel + GaussLegendre.place(i)) * width;
                double y = FastMath.expm1(v) / scale;
                double logRate = GaussHypergeometric.logOf(c, scale, a + c, y / (1 + y)) - scale * FastMath.log1p(y);
                sum += GaussLegendre.weight(i) * width * FastMath.exp(logRate + v);
            }
        }
        return shape / scale * sum;
    }
}
