package io.parcours.buying;

import io.parcours.stats.GammaDerivatives;
import io.parcours.stats.LocalExpansion;
import io.parcours.stats.PositiveFunction;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.FastMath;

/**
 * The logarithm of the likelihood of p, q and v in {@link GammaGamma}, with its first two derivatives. Of a customer with
 * mean m, with u = v / (x m),
 *
 * <pre>
 * ln f = -ln B(p x, q) - ln m - p x ln(1 + u) + q ln(u / (1 + u))
 * </pre>
 *
 * <p>which is equation 1a of P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma model of monetary value" (2013).
 */
final class MoneyLikelihood implements PositiveFunction {
    private static final int P = 0;
    private static final int Q = 1;
    private static final int V = 2;
    private static final int DIMENSION = 3;

    private final SortedMoney groups;
    private final double[] customersByX;
    private double logMeans;

    MoneyLikelihood(SortedMoney groups) {
        this.groups = groups;
        this.customersByX = new double[groups.distinctX().size()];
        for (int group = 0; group < groups.size(); group++) {
            customersByX[groups.xIndex(group)] += groups.customers(group);
            logMeans += groups.customers(group) * FastMath.log(groups.mean(group));
        }
    }

    /** The sum of the logarithms of the customers' means. */
    double logMeans() {
        return logMeans;
    }

    @Override
    public LocalExpansion at(double[] point) {
        LocalExpansion sum = GroupSums.of(groups.size(), DIMENSION, (from, to) -> ofGroups(point, from, to));
        addBetas(sum, point[P], point[Q]);
        sum.addValue(-logMeans);
        return sum;
    }

    private LocalExpansion ofGroups(double[] point, int from, int to) {
        double p = point[P];
        double q = point[Q];
        double v = point[V];
        LocalExpansion sum = new LocalExpansion(DIMENSION);
        for (int group = from; group < to; group++) {
            double customers = groups.customers(group);
            double x = groups.x(group);
            double u = v / groups.mean(group) / x;
            double logBoth = FastMath.log1p(u);
            double logPart = FastMath.log(u) - logBoth;
            double part = u / (1 + u);
            double shape = p * x + q;
            sum.addValue(customers * (q * logPart - p * x * logBoth));
            sum.addSlope(P, -customers * x * logBoth);
            sum.addSlope(Q, customers * logPart);
            sum.addSlope(V, customers * (q - shape * part) / v);
            sum.addCurvature(P, V, -customers * x * part / v);
            sum.addCurvature(Q, V, customers * (1 - part) / v);
            sum.addCurvature(V, V, customers * (shape * part * part - q) / v / v);
        }
        return sum;
    }

    private void addBetas(LocalExpansion sum, double p, double q) {
        double digammaOfQ = GammaDerivatives.digamma(q);
        double trigammaOfQ = GammaDerivatives.trigamma(q);
        for (int i = 0; i < customersByX.length; i++) {
            double customers = customersByX[i];
            double x = groups.distinctX().number(i);
            double own = p * x;
            double digamma = GammaDerivatives.digamma(own + q);
            double trigamma = GammaDerivatives.trigamma(own + q);
            sum.addValue(-customers * Beta.logBeta(own, q));
            sum.addSlope(P, customers * x * (digamma - GammaDerivatives.digamma(own)));
            sum.addSlope(Q, customers * (digamma - digammaOfQ));
            sum.addCurvature(P, P, customers * x * x * (trigamma - GammaDerivatives.trigamma(own)));
            sum.addCurvature(P, Q, customers * x * trigamma);
            sum.addCurvature(Q, Q, customers * (trigamma - trigammaOfQ));
        }
    }
}
