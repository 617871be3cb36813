package io.parcours.buying;

import io.parcours.stats.LocalExpansion;
import org.apache.commons.math3.util.FastMath;

/**
 * The derivatives of {@code ln(1 + D)}, D a {@link LeavingIntegral}, by r, alpha, s and beta. Those of ln D are means
 * over the time of leaving: the slopes are means of the slopes of the integrand's logarithm, the curvatures means of its
 * curvatures plus the covariances of its slopes.
 */
final class LeavingMoments extends LeavingIntegral {
    private static final int DIMENSION = 4;

    private final double r;
    private double shape;
    private double logAlphaAge;
    private double logBetaAge;
    private double inverseAlphaAge;
    private double inverseBetaAge;

    private double total;
    private final double[] at = new double[DIMENSION];
    private final double[] slopes = new double[DIMENSION];
    private final double[][] products = new double[DIMENSION][DIMENSION];
    private double rAlpha;
    private double alphaAlpha;
    private double sBeta;
    private double betaBeta;

    LeavingMoments(double r, double alpha, double s, double beta) {
        super(alpha, s, beta);
        this.r = r;
    }

    /** Adds {@code ln(1 + D)} of customers. */
    void addTo(LocalExpansion sum, double customers, int x, double recency, double age) {
        clear(x, age);
        double logGreatest = over(recency, age, shape, age);
        double logD = logGreatest + FastMath.log(total);
        double e = FastMath.exp(-Math.abs(logD));
        double left = customers * (logD > 0 ? 1 : e) / (1 + e);
        double spread = left * (logD > 0 ? e : 1) / (1 + e);
        sum.addValue(customers * (Math.max(logD, 0) + FastMath.log(1 + e)));
        for (int i = 0; i < DIMENSION; i++) {
            double slope = slopes[i] / total;
            sum.addSlope(i, left * slope);
            for (int j = i; j < DIMENSION; j++) {
                double product = slope * slopes[j] / total;
                double covariance = products[i][j] / total - product;
                sum.addCurvature(i, j, left * covariance + spread * product);
            }
        }
        sum.addCurvature(0, 1, left * rAlpha / total);
        sum.addCurvature(1, 1, left * alphaAlpha / total);
        sum.addCurvature(2, 2, -left / (s * s));
        sum.addCurvature(2, 3, left * sBeta / total);
        sum.addCurvature(3, 3, left * betaBeta / total);
    }

    private void clear(int x, double age) {
        shape = r + x;
        logAlphaAge = FastMath.log(alpha + age);
        logBetaAge = FastMath.log(beta + age);
        inverseAlphaAge = 1 / (alpha + age);
        inverseBetaAge = 1 / (beta + age);
        total = 0;
        rAlpha = 0;
        alphaAlpha = 0;
        sBeta = 0;
        betaBeta = 0;
        for (int i = 0; i < DIMENSION; i++) {
            slopes[i] = 0;
            for (int j = i; j < DIMENSION; j++) {
                products[i][j] = 0;
            }
        }
    }

    @Override
    void part(double weight, double time, double logAlpha, double logBeta) {
        double inverseAlpha = 1 / (alpha + time);
        double inverseBeta = 1 / (beta + time);
        at[0] = logAlphaAge - logAlpha;
        at[1] = shape * (inverseAlphaAge - inverseAlpha);
        at[2] = 1 / s + logBetaAge - logBeta;
        at[3] = s * inverseBetaAge - (s + 1) * inverseBeta;
        total += weight;
        for (int i = 0; i < DIMENSION; i++) {
            double part = weight * at[i];
            slopes[i] += part;
            for (int j = i; j < DIMENSION; j++) {
                products[i][j] += part * at[j];
            }
        }
        rAlpha += weight * (inverseAlphaAge - inverseAlpha);
        alphaAlpha += weight * shape * (inverseAlpha * inverseAlpha - inverseAlphaAge * inverseAlphaAge);
        sBeta += weight * (inverseBetaAge - inverseBeta);
        betaBeta += weight * ((s + 1) * inverseBeta * inverseBeta - s * inverseBetaAge * inverseBetaAge);
    }
}
