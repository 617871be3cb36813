package io.parcours.buying;

import org.apache.commons.math3.util.FastMath;

/**
 * Pareto/NBD: a customer buys at random at his own rate, gamma distributed over customers with shape r and rate alpha,
 * and leaves for ever after a time that is exponential with his own rate, gamma distributed with s and beta.
 *
 * <p>Sources: D. C. Schmittlein, D. G. Morrison and R. Colombo, "Counting your customers: who are they and what will they
 * do next?", Management Science 33 (1987) 1-24; P. S. Fader and B. G. S. Hardie, "A note on deriving the Pareto/NBD model
 * and related expressions" (2005), equations 26, 30 and 41.
 *
 * @param r above 0
 * @param alpha above 0, in periods
 * @param s above 0
 * @param beta above 0, in periods
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements BuyingModel {
    private static final long serialVersionUID = 1L;

    public ParetoNbd {
        Positive.check(r, alpha, s, beta);
    }

    @Override
    public double aliveProbability(int x, double recency, double age) {
        return 1 / (1 + leaving(recency, age, r + x, age));
    }

    /**
     * {@code (r + x) (beta + T) / ((alpha + T) (s - 1)) * (1 - ((beta + T) / (beta + T + t))^(s - 1))}; s = 1 is no more
     * than a hole in this formula.
     */
    @Override
    public double expectedIfAlive(int x, double age, double horizon) {
        double log = FastMath.log1p(horizon / (beta + age));
        double time = s == 1 ? log : -FastMath.expm1((1 - s) * log) / (s - 1);
        return (r + x) / (alpha + age) * (beta + age) * time;
    }

    /** He waits and stays, or he leaves before he would have bought. */
    @Override
    public double silentIfAlive(int x, double age, double time) {
        double shape = r + x;
        double stays =
                FastMath.exp(-shape * FastMath.log1p(time / (alpha + age)) - s * FastMath.log1p(time / (beta + age)));
        return Math.min(1, stays + leaving(age, age + time, shape, age));
    }

    @Override
    public double expectedOfNewcomer(double time) {
        return expectedIfAlive(0, 0, time);
    }

    private double leaving(double from, double to, double shape, double age) {
        Sum sum = new Sum(alpha, s, beta);
        double logGreatest = sum.over(from, to, shape, age);
        return sum.sum == 0 ? 0 : FastMath.exp(logGreatest + FastMath.log(sum.sum));
    }

    private static final class Sum extends LeavingIntegral {
        private double sum;

        Sum(double alpha, double s, double beta) {
            super(alpha, s, beta);
        }

        @Override
        void part(double weight, double time, double logAlpha, double logBeta) {
            sum += weight;
        }
    }
}
