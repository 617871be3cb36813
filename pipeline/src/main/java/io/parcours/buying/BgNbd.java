package io.parcours.buying;

import org.apache.commons.math3.util.FastMath;

/**
 * BG/NBD: a customer buys at random at his own rate, gamma distributed over customers with shape r and rate alpha, and
 * after each purchase but the first leaves for ever with his own probability, beta distributed with a and b. So whoever
 * has not bought again is still there.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting your customers' the easy way: an alternative to the
 * Pareto/NBD model", Marketing Science 24 (2005) 275-284, equations 9 and 10; the probability of being alive: their note
 * "Computing P(alive) using the BG/NBD model" (2008).
 *
 * @param r above 0
 * @param alpha above 0, in periods
 * @param a above 0
 * @param b above 0
 */
public record BgNbd(double r, double alpha, double a, double b) implements BuyingModel {
    private static final long serialVersionUID = 1L;
    /** Beyond it nobody is alive, and a product with a tiny number stays one. */
    private static final double MOST_EXPONENT = 700;

    public BgNbd {
        Positive.check(r, alpha, a, b);
    }

    @Override
    public double aliveProbability(int x, double recency, double age) {
        if (x == 0) {
            return 1;
        }
        double logRatio = FastMath.log((alpha + age) / (alpha + recency));
        return 1 / (1 + a / (b + x - 1) * FastMath.exp(Math.min(MOST_EXPONENT, (r + x) * logRatio)));
    }

    @Override
    public double expectedIfAlive(int x, double age, double horizon) {
        return StillBuying.expected(r + x, alpha + age, a, b + x, horizon);
    }

    @Override
    public double silentIfAlive(int x, double age, double time) {
        return FastMath.exp(-(r + x) * FastMath.log1p(time / (alpha + age)));
    }

    @Override
    public double expectedOfNewcomer(double time) {
        return expectedIfAlive(0, 0, time);
    }
}
