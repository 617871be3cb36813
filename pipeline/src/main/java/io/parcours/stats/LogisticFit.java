package io.parcours.stats;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.FastMath;

/**
 * Fits a logistic regression with a ridge penalty by Newton steps. It never sees cases: it hands out what is to be summed
 * over all of them, and takes the sums.
 *
 * <p>What is maximised is the log-likelihood less {@value #RIDGE} / 2 times the sum of the squares of the coefficients of
 * scaled features; the intercept is free. That is as if each were known beforehand to be drawn from the standard normal
 * distribution: of no weight with many cases, but there is one maximum also where features say the same or part the cases
 * without a fault. Standard errors are from the curvature of what is maximised, penalty and all.
 *
 * <p>The first step needs no look at cases beyond their {@link FeatureMoments}: at no effect at all the curvature is that
 * of least squares. A step that makes things worse is halved.
 *
 * <p>Sources: S. le Cessie and J. C. van Houwelingen, "Ridge estimators in logistic regression", Applied Statistics 41
 * (1992) 191-201; B. W. Silverman, Journal of the Royal Statistical Society B 47 (1985) 1-52 (the standard errors); S.
 * Boyd and L. Vandenberghe, "Convex Optimization" (2004), 9.5 (the decrement by which it stops).
 */
public final class LogisticFit {
    /** The strength of the penalty. */
    public static final double RIDGE = 1;

    /** How many times all cases are looked at, at most. */
    private static final int MOST_LOOKS = 15;

    /** The last step is shorter than a two-thousandth of a standard error; after it, it is squared. */
    private static final double SMALL_DECREMENT = 2.5e-7;

    private final FeatureScale scale;
    private final long cases;
    private double[] coefficients;
    private double[] step;
    private double formerLoss;
    private double lossWithoutPenalty;
    private RealMatrix covariance;
    private int looks;
    private State state = State.LOOKING;

    private enum State {
        LOOKING,
        CONVERGED,
        FAILED
    }

    /** Begins with cases of which some were hit and some were not. */
    public LogisticFit(FeatureMoments moments) {
        if (moments.hits() == 0 || moments.misses() == 0) {
            throw new IllegalArgumentException("nothing to tell apart");
        }
        scale = new FeatureScale(moments);
        cases = moments.count();
        double rate = (double) moments.hits() / cases;
        coefficients = new double[moments.features() + 1];
        coefficients[0] = FastMath.log(rate / (1 - rate));
        formerLoss = -cases * (rate * FastMath.log(rate) + (1 - rate) * FastMath.log(1 - rate));
        firstStep(moments, rate);
    }

    private void firstStep(FeatureMoments moments, double rate) {
        int features = moments.features();
        RealMatrix curvature = new Array2DRowRealMatrix(features + 1, features + 1);
        RealVector gradient = new ArrayRealVector(features + 1);
        double weight = rate * (1 - rate) * cases;
        curvature.setEntry(0, 0, weight);
        for (int i = 0; i < features; i++) {
            double unit = scale.unit(i);
            gradient.setEntry(i + 1, unit > 0 ? cases * moments.covarianceWithHit(i) / unit : 0);
            for (int j = 0; j < features; j++) {
                double units = unit * scale.unit(j);
                double sum = units > 0 ? weight * moments.covariance(i, j) / units : 0;
                curvature.setEntry(i + 1, j + 1, sum + (i == j ? RIDGE : 0));
            }
        }
        step(curvature, gradient);
    }

    /** Whether there is nothing more to look at. */
    public boolean isDone() {
        return state != State.LOOKING;
    }

    /** What is to be summed over all cases next. */
    public LogisticSums next() {
        return new LogisticSums(scale, trial());
    }

    /** Goes on with the sums over all cases. */
    public void take(LogisticSums sums) {
        looks++;
        double[] trial = trial();
        double loss = sums.loss() + penalty(trial);
        // What rounding alone may do is no worsening.
        if (loss > formerLoss + cases * 1e-12) {
            shorten();
        } else {
            coefficients = trial;
            formerLoss = loss;
            lossWithoutPenalty = sums.loss();
            RealMatrix curvature = curvature(sums);
            RealVector gradient = gradient(sums);
            step(curvature, gradient);
            if (state == State.LOOKING && gradient.dotProduct(new ArrayRealVector(step)) <= SMALL_DECREMENT) {
                coefficients = trial();
                state = State.CONVERGED;
            }
        }
        if (looks == MOST_LOOKS && state == State.LOOKING) {
            state = State.FAILED;
        }
    }

    private void step(RealMatrix curvature, RealVector gradient) {
        try {
            DecompositionSolver solver = new CholeskyDecomposition(curvature).getSolver();
            step = solver.solve(gradient).toArray();
            covariance = solver.getInverse();
        } catch (NonPositiveDefiniteMatrixException flat) {
            state = State.FAILED;
        }
    }

    private void shorten() {
        for (int i = 0; i < step.length; i++) {
            step[i] /= 2;
        }
    }

    private double[] trial() {
        double[] trial = coefficients.clone();
        for (int i = 0; i < trial.length; i++) {
            trial[i] += step[i];
        }
        return trial;
    }

    private static double penalty(double[] coefficients) {
        double squares = 0;
        for (int i = 1; i < coefficients.length; i++) {
            squares += coefficients[i] * coefficients[i];
        }
        return RIDGE / 2 * squares;
    }

    private RealMatrix curvature(LogisticSums sums) {
        RealMatrix curvature = new Array2DRowRealMatrix(coefficients.length, coefficients.length);
        for (int i = 0; i < coefficients.length; i++) {
            for (int j = 0; j < coefficients.length; j++) {
                curvature.setEntry(i, j, sums.curvature(i, j) + (i == j && i > 0 ? RIDGE : 0));
            }
        }
        return curvature;
    }

    private RealVector gradient(LogisticSums sums) {
        RealVector gradient = new ArrayRealVector(coefficients.length);
        for (int i = 0; i < coefficients.length; i++) {
            gradient.setEntry(i, sums.gradient(i) - (i > 0 ? RIDGE * coefficients[i] : 0));
        }
        return gradient;
    }

    /** How many times all cases were looked at. */
    public int looks() {
        return looks;
    }

    /** The negative log-likelihood before the last step, without the penalty. */
    public double loss() {
        return lossWithoutPenalty;
    }

    /** The model, or nothing where no maximum was found. */
    public Optional<LogisticModel> model() {
        if (state != State.CONVERGED) {
            return Optional.empty();
        }
        double[] variances = new double[coefficients.length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = covariance.getEntry(i, i);
        }
        return Optional.of(new LogisticModel(scale, coefficients, variances));
    }
}
