package io.parcours.stats;

import java.io.Serializable;
import org.apache.commons.math3.util.FastMath;

/**
 * What a Newton step of a logistic regression needs of all cases: the log-likelihood at given coefficients, its gradient
 * and its curvature. Parts may be summed anywhere and merged in any order, to the same bits.
 *
 * <p>Every contribution is rounded to a grid before it is added, so that all sums are exact: 2^-26 for the loss (at most
 * 61), 2^-25 for the gradient (at most 128), 2^-20 for the curvature (at most 128^2 / 4). With a thousand million cases,
 * fewer than 2^30, no sum reaches 2^62 grid units. The error is at most half a grid unit a case, so the gradient's mean is
 * off by less than 1.5e-8, and coefficients by a few times that.
 */
public final class LogisticSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double LOSS_GRID = 1L << 26;
    private static final double GRADIENT_GRID = 1L << 25;
    private static final double CURVATURE_GRID = 1L << 20;
    // Adding and subtracting it leaves a multiple of the grid: a double has 52 bits behind its first.
    private static final double ROUND_LOSS = 1.5 * (1L << 52) / LOSS_GRID;
    private static final double ROUND_GRADIENT = 1.5 * (1L << 52) / GRADIENT_GRID;
    private static final double ROUND_CURVATURE = 1.5 * (1L << 52) / CURVATURE_GRID;

    /** So few that sums of grid units stay below 2^53, where doubles are exact. */
    private static final int MOST_PENDING = 4096;

    private final FeatureScale scale;
    private final double[] coefficients;
    private long loss;
    private final long[] gradient;
    private final long[] curvature;

    private int pending;
    private double pendingLoss;
    private final double[] pendingGradient;
    private final double[] pendingCurvature;
    private final double[] scaled;

    /**
     * Nothing summed yet.
     *
     * @param coefficients of scaled features, behind that of the intercept
     */
    LogisticSums(FeatureScale scale, double[] coefficients) {
        this.scale = scale;
        this.coefficients = coefficients.clone();
        gradient = new long[coefficients.length];
        curvature = new long[coefficients.length * (coefficients.length + 1) / 2];
        pendingGradient = new double[gradient.length];
        pendingCurvature = new double[curvature.length];
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
        pendingLoss += wrong + FastMath.log1p(small) + ROUND_LOSS - ROUND_LOSS;
        addDerivatives((isHit ? 1 : 0) - probability, weight);
        if (++pending == MOST_PENDING) {
            settle();
        }
    }

    private void addDerivatives(double residual, double weight) {
        double[] values = scaled;
        double[] cells = pendingCurvature;
        int row = 0;
        for (int i = 0; i < values.length; i++) {
            pendingGradient[i] += residual * values[i] + ROUND_GRADIENT - ROUND_GRADIENT;
            double weighted = weight * values[i];
            for (int j = 0; j <= i; j++) {
                cells[row + j] += weighted * values[j] + ROUND_CURVATURE - ROUND_CURVATURE;
            }
            row += i + 1;
        }
    }

    /** Adds what was summed elsewhere, over other cases, at the same coefficients. */
    public void merge(LogisticSums other) {
        settle();
        other.settle();
        loss += other.loss;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
        }
        for (int i = 0; i < curvature.length; i++) {
            curvature[i] += other.curvature[i];
        }
    }

    private void settle() {
        loss += (long) (pendingLoss * LOSS_GRID);
        pendingLoss = 0;
        settle(pendingGradient, gradient, GRADIENT_GRID);
        settle(pendingCurvature, curvature, CURVATURE_GRID);
        pending = 0;
    }

    private static void settle(double[] from, long[] into, double grid) {
        for (int i = 0; i < into.length; i++) {
            into[i] += (long) (from[i] * grid);
            from[i] = 0;
        }
    }

    /** The negative log-likelihood. */
    double loss() {
        settle();
        return loss / LOSS_GRID;
    }

    /** The log-likelihood's derivative by a coefficient. */
    double gradient(int coefficient) {
        settle();
        return gradient[coefficient] / GRADIENT_GRID;
    }

    /** The negative log-likelihood's second derivative by two coefficients. */
    double curvature(int one, int other) {
        settle();
        int i = Math.max(one, other);
        return curvature[i * (i + 1) / 2 + Math.min(one, other)] / CURVATURE_GRID;
    }
}
