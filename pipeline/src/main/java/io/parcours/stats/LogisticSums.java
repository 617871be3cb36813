package io.parcours.stats;

import java.io.Serializable;
import org.apache.commons.math3.util.FastMath;

/**
 * What a Newton step of a logistic regression needs of all cases: the log-likelihood at given coefficients, its gradient
 * and its curvature. Parts may be summed anywhere and merged in any order, to the same bits.
 *
 * <p>Every contribution is rounded to a grid before it is added, so that all sums are exact: 2^-58 for the loss (at most
 * 61), 2^-57 for the gradient (at most 128), 2^-52 for the curvature (at most 128^2 / 4); see {@link FineSums}. Fewer than
 * 2^30 cases, a thousand million, do not overflow. That is as fine as the doubles themselves are near 1: the error of a
 * case's gradient is about 2^-53 of it, or half a grid unit where that is more. Coefficients are off by the mean of these
 * errors divided by the mean curvature, p (1 - p) where a share p is hit: for 1 in a million, by less than 1e-9.
 */
public final class LogisticSums implements Serializable {
    private static final long serialVersionUID = 1L;

    // No contribution is further from 0 than 2^32 units of the coarse grids.
    private static final int LOSS_BITS = 26;
    private static final int GRADIENT_BITS = 25;
    private static final int CURVATURE_BITS = 20;

    private final FeatureScale scale;
    private final double[] coefficients;
    private final FineSums loss;
    private final FineSums gradient;
    private final FineSums curvature;
    private final double[] scaled;

    /**
     * Nothing summed yet.
     *
     * @param coefficients of scaled features, behind that of the intercept
     */
    LogisticSums(FeatureScale scale, double[] coefficients) {
        this.scale = scale;
        this.coefficients = coefficients.clone();
        loss = new FineSums(1, LOSS_BITS);
        gradient = new FineSums(coefficients.length, GRADIENT_BITS);
        curvature = new FineSums(coefficients.length * (coefficients.length + 1) / 2, CURVATURE_BITS);
        scaled = new double[coefficients.length];
        scaled[0] = 1;
    }

    /** Adds a case with these features. */
    public void add(double[] values, boolean isHit) {
        double logOdds = coefficients[0];
        for (int i = 1; i < scaled.length; i++) {
            scaled[i] = scale.scaled(i - 1, values[i - 1]);
            logOdds += coefficients[i] * scaled[i];
        }
        logOdds = Odds.bounded(logOdds);
        double small = FastMath.exp(-Math.abs(logOdds));
        double missed = small / (1 + small);
        double weight = missed / (1 + small);
        double probability = logOdds < 0 ? missed : 1 / (1 + small);
        double wrong = Math.max(0, isHit ? -logOdds : logOdds);
        // The first of the scaled features is always 1, the intercept's.
        loss.add(0, wrong + FastMath.log1p(small), scaled, 1);
        gradient.add(0, (isHit ? 1 : 0) - probability, scaled, scaled.length);
        for (int i = 0; i < scaled.length; i++) {
            curvature.add(row(i), weight * scaled[i], scaled, i + 1);
        }
        loss.endCase();
        gradient.endCase();
        curvature.endCase();
    }

    private static int row(int coefficient) {
        return coefficient * (coefficient + 1) / 2;
    }

    /** Adds what was summed elsewhere, over other cases, at the same coefficients. */
    public void merge(LogisticSums other) {
        loss.merge(other.loss);
        gradient.merge(other.gradient);
        curvature.merge(other.curvature);
    }

    /** The negative log-likelihood. */
    double loss() {
        return loss.sum(0);
    }

    /** The log-likelihood's derivative by a coefficient. */
    double gradient(int coefficient) {
        return gradient.sum(coefficient);
    }

    /** The negative log-likelihood's second derivative by two coefficients. */
    double curvature(int one, int other) {
        return curvature.sum(row(Math.max(one, other)) + Math.min(one, other));
    }
}
