package io.parcours.stats;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Tells what each factor of a product contributes to its change, when all change from one state to another: the Shapley
 * value, the mean over all orders in which the factors could change one after the other.
 *
 * <p>For a product {@code x1 ... xn} it is the change of the factor times the integral of the product of the others, while
 * all go from the one state to the other at one pace. That the mean over n! orders is this one integral is G. Owen's
 * result: "Multilinear extensions of games", Management Science 18 (1972) P64-P79. The integrand is a polynomial of a
 * degree below n, which Gauss and Legendre's quadrature with n/2 nodes, rounded up, integrates exactly.
 */
final class DiagonalIntegral {
    private final int factors;
    private final double[] nodes;
    private final double[] weights;
    private final double[] current;
    private final double[] others;
    private final double[] withoutOne;
    private final double[][][] withoutTwo;

    DiagonalIntegral(int factors) {
        this.factors = factors;
        GaussIntegrator rule = new GaussIntegratorFactory().legendre((factors + 1) / 2, 0, 1);
        nodes = new double[rule.getNumberOfPoints()];
        weights = new double[nodes.length];
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = rule.getPoint(node);
            weights[node] = rule.getWeight(node);
        }
        current = new double[factors];
        others = new double[factors];
        withoutOne = new double[factors];
        withoutTwo = new double[2][factors][factors];
    }

    /** Integrates between two states of the factors; {@link #withoutOne} is known then. */
    void integrate(double[] before, double[] after) {
        Arrays.fill(withoutOne, 0);
        for (int node = 0; node < nodes.length; node++) {
            moveTo(nodes[node], before, after);
            productsWithout(-1);
            for (int factor = 0; factor < factors; factor++) {
                withoutOne[factor] += weights[node] * others[factor];
            }
        }
    }

    /** The same with what derivatives need: {@link #withoutTwo} is known as well. */
    void integrateForDerivatives(double[] before, double[] after) {
        integrate(before, after);
        for (double[][] ofPeriod : withoutTwo) {
            for (double[] row : ofPeriod) {
                Arrays.fill(row, 0);
            }
        }
        for (int node = 0; node < nodes.length; node++) {
            moveTo(nodes[node], before, after);
            for (int factor = 0; factor < factors; factor++) {
                productsWithout(factor);
                for (int other = 0; other < factors; other++) {
                    withoutTwo[0][factor][other] += weights[node] * (1 - nodes[node]) * others[other];
                    withoutTwo[1][factor][other] += weights[node] * nodes[node] * others[other];
                }
            }
        }
    }

    private void moveTo(double node, double[] before, double[] after) {
        for (int factor = 0; factor < factors; factor++) {
            current[factor] = (1 - node) * before[factor] + node * after[factor];
        }
    }

    /** For each factor the product of all but it and the left out one: from both ends, as a factor may be 0. */
    private void productsWithout(int leftOut) {
        double product = 1;
        for (int factor = 0; factor < factors; factor++) {
            others[factor] = product;
            product *= factor == leftOut ? 1 : current[factor];
        }
        product = 1;
        for (int factor = factors - 1; factor >= 0; factor--) {
            others[factor] *= product;
            product *= factor == leftOut ? 1 : current[factor];
        }
    }

    /** The integral of the product of all factors but this one. */
    double withoutOne(int factor) {
        return withoutOne[factor];
    }

    /**
     * The integral of the product of all factors but two, weighted by how near the state is to a period's, 0 for the
     * earlier: how much {@link #withoutOne} of the factor moves with the other factor of that period.
     */
    double withoutTwo(int period, int factor, int other) {
        return withoutTwo[period][factor][other];
    }
}
