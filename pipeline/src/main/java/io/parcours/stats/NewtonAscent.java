package io.parcours.stats;

import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.util.FastMath;

/**
 * The way uphill from one start, over the logarithms of the numbers: Newton steps that are cut to a radius within which
 * the quadratic has proved to be a fair likeness; where the function curves upwards, the step takes the curvature's size
 * (so a saddle is left, not sought). Source: J. Nocedal and S. J. Wright, "Numerical Optimization", 2nd ed. (2006),
 * algorithm 4.1 and section 3.4.
 */
final class NewtonAscent {
    private static final int MOST_STEPS = 80;
    private static final double FIRST_RADIUS = 1;
    private static final double MOST_RADIUS = 3;
    private static final double LEAST_RADIUS = 1e-10;
    /** A step in the logarithms as small as this changes nothing that matters. */
    private static final double REST = 1e-6;

    private static final double COMPLETE_REST = 1e-11;
    /** What rounding may do to a sum, as a part of it. */
    private static final double ROUNDING = 1e-12;
    /** The least curvature, as a part of the greatest, that is told from none. */
    private static final double FLAT = 1e-12;
    /** How far from the first start the numbers may go, in logarithms: a factor of nine million. */
    static final double MOST_DISTANCE = 16;

    private final PositiveFunction function;
    private final double[] centre;
    private double[] place;
    private LocalExpansion expansion;
    private double[] step;
    private boolean isConcave;
    private double radius = FIRST_RADIUS;
    private int steps;

    private NewtonAscent(PositiveFunction function, double[] centre, double[] start) {
        this.function = function;
        this.centre = centre;
        this.place = start;
        this.expansion = expand(start);
        findStep();
    }

    /** Goes up from a start as far as it goes in so many steps; start and centre are logarithms. */
    static NewtonAscent from(PositiveFunction function, double[] centre, double[] start, int mostSteps) {
        NewtonAscent ascent = new NewtonAscent(function, centre, start.clone());
        while (ascent.steps < Math.min(mostSteps, MOST_STEPS) && ascent.goesOn()) {
            ascent.climb();
            ascent.steps++;
        }
        return ascent;
    }

    /** How many steps were tried. */
    int steps() {
        return steps;
    }

    double[] place() {
        return place;
    }

    LocalExpansion expansion() {
        return expansion;
    }

    /**
     * Whether the function curves downwards in every direction and the next step would be next to nothing. Small slopes
     * alone would not do: they are small too where a function levels out for ever, but steps are not.
     */
    boolean isAtMaximum() {
        return isConcave && size(step) <= REST;
    }

    /** A bit for each number that has gone far, up (+1) or down (-1). */
    int edge(int direction) {
        int bits = 0;
        for (int i = 0; i < place.length; i++) {
            if (direction * (place[i] - centre[i]) > MOST_DISTANCE / 2) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    private boolean goesOn() {
        return expansion.isFinite() && radius > LEAST_RADIUS && !(isConcave && size(step) < COMPLETE_REST);
    }

    private void climb() {
        double[] tried = new double[place.length];
        double length = size(step);
        double cut = Math.min(1, radius / length);
        double distance = 0;
        for (int i = 0; i < tried.length; i++) {
            double to = place[i] + cut * step[i];
            tried[i] = Math.max(centre[i] - MOST_DISTANCE, Math.min(centre[i] + MOST_DISTANCE, to));
            distance = Math.max(distance, Math.abs(tried[i] - place[i]));
        }
        if (distance == 0) {
            radius = 0;
            return;
        }
        double promised = promise(tried);
        LocalExpansion there = expand(tried);
        double gained = there.value() - expansion.value();
        double noise = ROUNDING * Math.abs(expansion.value());
        boolean isGain = there.isFinite() && (gained > 0.01 * promised || isQuieter(there, gained, promised, noise));
        if (!isGain) {
            radius = distance / 4;
            return;
        }
        radius = gained > 0.7 * promised
                ? Math.min(MOST_RADIUS, 2 * Math.max(radius, distance))
                : Math.max(distance, radius / 2);
        place = tried;
        expansion = there;
        findStep();
    }

    /** Where rounding hides what is gained, smaller slopes are the gain. */
    private boolean isQuieter(LocalExpansion there, double gained, double promised, double noise) {
        return promised <= noise && gained >= -noise && slopes(there) < slopes(expansion);
    }

    private double promise(double[] tried) {
        double promised = 0;
        for (int i = 0; i < tried.length; i++) {
            double move = tried[i] - place[i];
            promised += move * expansion.slope(i);
            for (int j = 0; j < tried.length; j++) {
                promised += move * (tried[j] - place[j]) * expansion.curvature(i, j) / 2;
            }
        }
        return Math.max(promised, 0);
    }

    private LocalExpansion expand(double[] logarithms) {
        double[] point = new double[logarithms.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = FastMath.exp(logarithms[i]);
        }
        return function.at(point).byLogarithms(point);
    }

    private void findStep() {
        step = new double[place.length];
        isConcave = false;
        if (!expansion.isFinite()) {
            return;
        }
        double[][] downward = new double[place.length][place.length];
        for (int i = 0; i < place.length; i++) {
            for (int j = 0; j < place.length; j++) {
                downward[i][j] = -expansion.curvature(i, j);
            }
        }
        EigenDecomposition eigen;
        try {
            eigen = new EigenDecomposition(new Array2DRowRealMatrix(downward, false));
        } catch (MathIllegalStateException e) {
            // Curvatures at the end of the range of doubles: there is no step from here.
            return;
        }
        double[] values = eigen.getRealEigenvalues();
        double greatest = size(values);
        isConcave = greatest > 0;
        for (int k = 0; k < values.length; k++) {
            isConcave &= values[k] > FLAT * greatest;
            double slope = 0;
            for (int i = 0; i < place.length; i++) {
                slope += eigen.getEigenvector(k).getEntry(i) * expansion.slope(i);
            }
            double curvature = Math.max(Math.abs(values[k]), Math.max(FLAT * greatest, Double.MIN_NORMAL));
            for (int i = 0; i < place.length; i++) {
                step[i] += slope / curvature * eigen.getEigenvector(k).getEntry(i);
            }
        }
    }

    private static double slopes(LocalExpansion of) {
        double sum = 0;
        for (int i = 0; i < of.dimension(); i++) {
            sum += of.slope(i) * of.slope(i);
        }
        return Math.sqrt(sum);
    }

    double slopes() {
        return slopes(expansion);
    }

    private static double size(double[] vector) {
        double size = 0;
        for (double entry : vector) {
            size = Math.max(size, Math.abs(entry));
        }
        return size;
    }
}
