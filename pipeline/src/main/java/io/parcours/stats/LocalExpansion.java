package io.parcours.stats;

/**
 * A function of a few numbers around one point: its value, slopes (first derivatives) and curvatures (second
 * derivatives). Parts of a sum are added up in the order in which they are added, which decides the last bits.
 */
public final class LocalExpansion {
    private final int dimension;
    private double value;
    private final double[] slopes;
    private final double[][] curvatures;

    /** Of a constant 0. */
    public LocalExpansion(int dimension) {
        this.dimension = dimension;
        this.slopes = new double[dimension];
        this.curvatures = new double[dimension][dimension];
    }

    /** How many numbers the function is of. */
    public int dimension() {
        return dimension;
    }

    /** The value. */
    public double value() {
        return value;
    }

    /** The derivative by a number. */
    public double slope(int number) {
        return slopes[number];
    }

    /** The derivative by two numbers. */
    public double curvature(int one, int other) {
        return one <= other ? curvatures[one][other] : curvatures[other][one];
    }

    /** Adds to the value. */
    public void addValue(double part) {
        value += part;
    }

    /** Adds to the derivative by a number. */
    public void addSlope(int number, double part) {
        slopes[number] += part;
    }

    /** Adds to the derivative by two numbers, in either order. */
    public void addCurvature(int one, int other, double part) {
        curvatures[Math.min(one, other)][Math.max(one, other)] += part;
    }

    /** Adds another function's expansion around the same point. */
    public void add(LocalExpansion other) {
        value += other.value;
        for (int i = 0; i < dimension; i++) {
            slopes[i] += other.slopes[i];
            for (int j = i; j < dimension; j++) {
                curvatures[i][j] += other.curvatures[i][j];
            }
        }
    }

    /** Whether all of it is finite. */
    boolean isFinite() {
        double sum = value;
        for (int i = 0; i < dimension; i++) {
            sum += slopes[i];
            for (int j = i; j < dimension; j++) {
                sum += curvatures[i][j];
            }
        }
        return Double.isFinite(sum);
    }

    /** The same function seen as one of the logarithms of its numbers, at this point. */
    LocalExpansion byLogarithms(double[] point) {
        LocalExpansion result = new LocalExpansion(dimension);
        result.value = value;
        for (int i = 0; i < dimension; i++) {
            result.slopes[i] = slopes[i] * point[i];
            for (int j = i; j < dimension; j++) {
                result.curvatures[i][j] = curvatures[i][j] * point[i] * point[j];
            }
            result.curvatures[i][i] += result.slopes[i];
        }
        return result;
    }
}
