package io.parcours.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.FastMath;

/**
 * Where a search for a maximum ended, and what that is worth. Standard errors hold for the logarithm of a likelihood:
 * the inverse of its negative curvatures at the maximum (R. A. Fisher's observed information).
 */
public final class Maximum {
    /** Ends that differ by less in all logarithms are the same. */
    private static final double SAME = 1e-4;

    private final double[] point;
    private final double value;
    private final double gradientNorm;
    private final boolean isAtRest;
    private final int agreeingStarts;
    private final int starts;
    private final int growing;
    private final int vanishing;
    private final RealMatrix covariance;

    private Maximum(NewtonAscent best, List<NewtonAscent> all) {
        point = IntStream.range(0, best.place().length)
                .mapToDouble(i -> FastMath.exp(best.place()[i]))
                .toArray();
        value = best.expansion().value();
        gradientNorm = best.slopes();
        isAtRest = best.isAtMaximum();
        starts = all.size();
        agreeingStarts = (int) all.stream().filter(other -> isSame(best, other)).count();
        growing = best.edge(+1);
        vanishing = best.edge(-1);
        covariance = isAtRest ? covariance(best.expansion()) : null;
    }

    static Maximum of(NewtonAscent best, List<NewtonAscent> all) {
        return new Maximum(best, all);
    }

    private static boolean isSame(NewtonAscent one, NewtonAscent other) {
        return IntStream.range(0, one.place().length).allMatch(i -> Math.abs(one.place()[i] - other.place()[i]) < SAME);
    }

    private static RealMatrix covariance(LocalExpansion byLogarithms) {
        int dimension = byLogarithms.dimension();
        RealMatrix information = new Array2DRowRealMatrix(dimension, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                information.setEntry(i, j, -byLogarithms.curvature(i, j));
            }
        }
        return new LUDecomposition(information, 0).getSolver().getInverse();
    }

    /** The number at the end of the search. */
    public double number(int index) {
        return point[index];
    }

    /** All numbers at the end of the search. */
    public double[] point() {
        return point.clone();
    }

    /** The function's value there; may be NaN where nothing is proven. */
    public double value() {
        return value;
    }

    /** The length of the slopes by the logarithms of the numbers; may be NaN where nothing is proven. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /**
     * Whether the slopes are about zero, the function curves downwards in all directions, and another start led to the
     * same place, if there was another one.
     */
    public boolean isProven() {
        return isAtRest && (starts == 1 || agreeingStarts > 1);
    }

    /** Whether it is a maximum of its surroundings, whatever other starts led to. */
    public boolean isAtRest() {
        return isAtRest;
    }

    /** How many starts led here. */
    public int agreeingStarts() {
        return agreeingStarts;
    }

    /** Whether a number has grown by a factor of thousands: there may be no maximum. */
    public boolean isGrowing(int index) {
        return (growing >> index & 1) == 1;
    }

    /** Whether a number has fallen to a part of thousands: there may be no maximum. */
    public boolean isVanishing(int index) {
        return (vanishing >> index & 1) == 1;
    }

    /**
     * The covariance of two estimates.
     *
     * @throws IllegalStateException where it is not at rest
     */
    public double covariance(int one, int other) {
        if (!isAtRest) {
            throw new IllegalStateException("no maximum, so no covariance");
        }
        return covariance.getEntry(one, other) * point[one] * point[other];
    }

    /**
     * The standard error of an estimate.
     *
     * @throws IllegalStateException where it is not at rest
     */
    public double standardError(int index) {
        return FastMath.sqrt(covariance(index, index));
    }
}
