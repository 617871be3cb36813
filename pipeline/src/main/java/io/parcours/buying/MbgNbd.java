package io.parcours.buying;

import org.apache.commons.math3.util.FastMath;

/**
 * MBG/NBD: as BG/NBD, but a customer may leave after the first purchase too, so who has not bought again may be gone.
 *
 * <p>Sources: E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical validation and comparison of models for customer
 * base analysis", International Journal of Research in Marketing 24 (2007) 201-209; U. Wagner and D. Hoppe, "Erratum on
 * the MBG/NBD model", the same journal 25 (2008) 225-226.
 *
 * @param r above 0
 * @param alpha above 0, in periods
 * @param a above 0
 * @param b above 0
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BuyingModel {
    private static final long serialVersionUID = 1L;
    /** Beyond it nobody is alive, and a product with a tiny number stays one. */
    private static final double MOST_EXPONENT = 700;

    public MbgNbd {
        Positive.check(r, alpha, a, b);
    }

    @Override
    public double aliveProbability(int x, double recency, double age) {
        double logRatio = FastMath.log((alpha + age) / (alpha + recency));
        return 1 / (1 + a / (b + x) * FastMath.exp(Math.min(MOST_EXPONENT, (r + x) * logRatio)));
    }

    @Override
    public double expectedIfAlive(int x, double age, double horizon) {
        return StillBuying.expected(r + x, alpha + age, a, b + x + 1, horizon);
    }

    @Override
    public double silentIfAlive(int x, double age, double time) {
        return FastMath.exp(-(r + x) * FastMath.log1p(time / (alpha + age)));
    }

    @Override
    public double expectedOfNewcomer(double time) {
        return aliveProbability(0, 0, 0) * expectedIfAlive(0, 0, time);
    }
}
