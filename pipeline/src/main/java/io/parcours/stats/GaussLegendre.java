package io.parcours.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Places and weights at which a smooth function between 0 and 1 is summed in place of an integral: exact for polynomials
 * of degree 31. Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 25.4.29.
 */
public final class GaussLegendre {
    /** How many places there are. */
    public static final int PLACES = 16;

    private static final double[] PLACE = new double[PLACES];
    private static final double[] WEIGHT = new double[PLACES];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendreHighPrecision(PLACES, 0, 1);
        for (int i = 0; i < PLACES; i++) {
            PLACE[i] = rule.getPoint(i);
            WEIGHT[i] = rule.getWeight(i);
        }
    }

    private GaussLegendre() {}

    /** A place between 0 and 1. */
    public static double place(int index) {
        return PLACE[index];
    }

    /** Its weight; the weights add up to 1. */
    public static double weight(int index) {
        return WEIGHT[index];
    }
}
