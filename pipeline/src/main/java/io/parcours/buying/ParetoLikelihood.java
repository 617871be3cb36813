package io.parcours.buying;

import io.parcours.stats.LocalExpansion;
import io.parcours.stats.PositiveFunction;
import org.apache.commons.math3.util.FastMath;

/**
 * The logarithm of the likelihood of r, alpha, s and beta in Pareto/NBD, with its first two derivatives:
 *
 * <pre>
 * L = Gamma(r + x) / Gamma(r) * alpha^r * beta^s * (alpha + T)^-(r + x) * (beta + T)^-s * (1 + D)
 * </pre>
 *
 * <p>with D the {@link LeavingIntegral} from the last purchase to T. Source: P. S. Fader and B. G. S. Hardie, "A note on
 * deriving the Pareto/NBD model and related expressions" (2005), equation 16.
 */
final class ParetoLikelihood implements PositiveFunction {
    static final int R = 0;
    static final int ALPHA = 1;
    static final int S = 2;
    static final int BETA = 3;
    private static final int DIMENSION = 4;

    private final SortedGroups groups;
    private final double daysPerPeriod;

    ParetoLikelihood(SortedGroups groups, double daysPerPeriod) {
        this.groups = groups;
        this.daysPerPeriod = daysPerPeriod;
    }

    @Override
    public LocalExpansion at(double[] point) {
        RisingLogarithms rising = new RisingLogarithms(point[R], groups.distinctX(), 0);
        return GroupSums.of(groups.size(), DIMENSION, (from, to) -> ofGroups(point, rising, from, to));
    }

    private LocalExpansion ofGroups(double[] point, RisingLogarithms rising, int from, int to) {
        LocalExpansion sum = new LocalExpansion(DIMENSION);
        LeavingMoments moments = new LeavingMoments(point[R], point[ALPHA], point[S], point[BETA]);
        for (int group = from; group < to; group++) {
            double customers = groups.customers(group);
            int x = groups.xIndex(group);
            sum.addValue(customers * rising.value(x));
            sum.addSlope(R, customers * rising.slope(x));
            sum.addCurvature(R, R, customers * rising.curvature(x));
            double age = groups.age(group) / daysPerPeriod;
            addStaying(sum, customers, point, groups.x(group), age);
            if (groups.recency(group) < groups.age(group)) {
                moments.addTo(sum, customers, groups.x(group), groups.recency(group) / daysPerPeriod, age);
            }
        }
        return sum;
    }

    private static void addStaying(LocalExpansion sum, double customers, double[] point, int x, double age) {
        double shape = point[R] + x;
        double alphaAge = point[ALPHA] + age;
        double betaAge = point[BETA] + age;
        double r = FastMath.log(point[ALPHA] / alphaAge);
        double s = FastMath.log(point[BETA] / betaAge);
        sum.addValue(customers * (point[R] * r - x * FastMath.log(alphaAge) + point[S] * s));
        sum.addSlope(R, customers * r);
        sum.addSlope(ALPHA, customers * (point[R] / point[ALPHA] - shape / alphaAge));
        sum.addSlope(S, customers * s);
        sum.addSlope(BETA, customers * point[S] * (1 / point[BETA] - 1 / betaAge));
        sum.addCurvature(R, ALPHA, customers * (1 / point[ALPHA] - 1 / alphaAge));
        sum.addCurvature(
                ALPHA, ALPHA, customers * (shape / (alphaAge * alphaAge) - point[R] / (point[ALPHA] * point[ALPHA])));
        sum.addCurvature(S, BETA, customers * (1 / point[BETA] - 1 / betaAge));
        sum.addCurvature(
                BETA, BETA, customers * point[S] * (1 / (betaAge * betaAge) - 1 / (point[BETA] * point[BETA])));
    }
}
