package io.parcours.buying;

import io.parcours.stats.LocalExpansion;
import io.parcours.stats.PositiveFunction;
import org.apache.commons.math3.util.FastMath;

/**
 * The logarithm of the likelihood of r, alpha, a and b in BG/NBD and MBG/NBD, with its first two derivatives.
 *
 * <p>Both are, with s = 0 in BG/NBD and s = 1 in MBG/NBD, where a customer may also leave with the first purchase,
 *
 * <pre>
 * L = Gamma(r + x) / Gamma(r) * alpha^r * B(a, b + x + s) / B(a, b) * (alpha + T)^-(r + x) * (1 + D)
 * D = a / (b + x + s - 1) * ((alpha + T) / (alpha + tx))^(r + x)        and 0 in BG/NBD where x = 0
 * </pre>
 *
 * <p>D is how much likelier it is that the customer left with his last purchase than that he is still there. Sources: P.
 * S. Fader, B. G. S. Hardie and K. L. Lee, "'Counting your customers' the easy way", Marketing Science 24 (2005) 275-284,
 * equation 6; E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical validation and comparison of models for customer
 * base analysis", International Journal of Research in Marketing 24 (2007) 201-209.
 */
final class DropoutLikelihood implements PositiveFunction {
    static final int R = 0;
    static final int ALPHA = 1;
    static final int A = 2;
    static final int B = 3;
    private static final int DIMENSION = 4;

    private final SortedGroups groups;
    private final double daysPerPeriod;
    private final int shift;
    private final double[] customersByX;

    /** For BG/NBD with shift 0, for MBG/NBD with shift 1. */
    DropoutLikelihood(SortedGroups groups, double daysPerPeriod, int shift) {
        this.groups = groups;
        this.daysPerPeriod = daysPerPeriod;
        this.shift = shift;
        this.customersByX = new double[groups.distinctX().size()];
        for (int group = 0; group < groups.size(); group++) {
            customersByX[groups.xIndex(group)] += groups.customers(group);
        }
    }

    @Override
    public LocalExpansion at(double[] point) {
        Tables tables = new Tables(point);
        LocalExpansion sum = GroupSums.of(groups.size(), DIMENSION, (from, to) -> ofGroups(tables, from, to));
        addGammas(sum, point);
        return sum;
    }

    /** What depends on one column alone. */
    private final class Tables {
        final double r;
        final double a;
        final double logA;
        final DayLogarithms days;
        final double[] logStaying;
        final double[] inverseStaying;

        Tables(double[] point) {
            r = point[R];
            a = point[A];
            logA = FastMath.log(a);
            days = new DayLogarithms(point[ALPHA], groups.distinctDays(), daysPerPeriod);
            int size = groups.distinctX().size();
            logStaying = new double[size];
            inverseStaying = new double[size];
            for (int i = 0; i < size; i++) {
                double staying = groups.distinctX().number(i) + shift - 1 + point[B];
                if (staying > 0) {
                    logStaying[i] = FastMath.log(staying);
                    inverseStaying[i] = 1 / staying;
                }
            }
        }
    }

    private LocalExpansion ofGroups(Tables tables, int from, int to) {
        DropoutSums sums = new DropoutSums(1 / tables.a);
        for (int group = from; group < to; group++) {
            int x = groups.xIndex(group);
            int count = groups.distinctX().number(x);
            double shape = tables.r + count;
            double logAge = tables.days.logarithm(groups.ageIndex(group));
            double inverseAge = tables.days.inverse(groups.ageIndex(group));
            double customers = groups.customers(group);
            sums.addStaying(customers, shape, logAge, inverseAge);
            if (count + shift > 0) {
                sums.addLeaving(
                        customers,
                        shape,
                        logAge - tables.days.logarithm(groups.recencyIndex(group)),
                        inverseAge,
                        tables.days.inverse(groups.recencyIndex(group)),
                        tables.logA - tables.logStaying[x],
                        tables.inverseStaying[x]);
            }
        }
        return sums.expansion();
    }

    /** The factors before the exposure, which depend on x alone. */
    private void addGammas(LocalExpansion sum, double[] point) {
        RisingLogarithms ofR = new RisingLogarithms(point[R], groups.distinctX(), 0);
        RisingLogarithms ofB = new RisingLogarithms(point[B], groups.distinctX(), shift);
        RisingLogarithms ofBoth = new RisingLogarithms(point[A] + point[B], groups.distinctX(), shift);
        double total = 0;
        for (int x = 0; x < customersByX.length; x++) {
            double customers = customersByX[x];
            total += customers;
            sum.addValue(customers * (ofR.value(x) + ofB.value(x) - ofBoth.value(x)));
            sum.addSlope(R, customers * ofR.slope(x));
            sum.addCurvature(R, R, customers * ofR.curvature(x));
            sum.addSlope(A, -customers * ofBoth.slope(x));
            sum.addSlope(B, customers * (ofB.slope(x) - ofBoth.slope(x)));
            sum.addCurvature(A, A, -customers * ofBoth.curvature(x));
            sum.addCurvature(A, B, -customers * ofBoth.curvature(x));
            sum.addCurvature(B, B, customers * (ofB.curvature(x) - ofBoth.curvature(x)));
        }
        double logAlpha = FastMath.log(point[ALPHA]);
        sum.addValue(total * point[R] * logAlpha);
        sum.addSlope(R, total * logAlpha);
        sum.addSlope(ALPHA, total * point[R] / point[ALPHA]);
        sum.addCurvature(R, ALPHA, total / point[ALPHA]);
        sum.addCurvature(ALPHA, ALPHA, -total * point[R] / (point[ALPHA] * point[ALPHA]));
    }
}
