package io.parcours.buying;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * Gamma-Gamma: what a customer spends at a time is gamma distributed with shape p and a rate of his own, which is gamma
 * distributed over customers with q and v, and says nothing of how often he buys.
 *
 * <p>Sources: P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: using iso-value curves for customer base
 * analysis", Journal of Marketing Research 42 (2005) 415-430; P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma model of
 * monetary value" (2013), equations 1a, 3 and 5.
 *
 * @param p above 0
 * @param q above 0; with 1 or less, the mean over all customers is infinite
 * @param v above 0, in the unit of the values
 */
public record GammaGamma(double p, double q, double v) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The name in tables. */
    public static final String NAME = "gamma_gamma";

    public GammaGamma {
        Positive.check(p, q, v);
    }

    /**
     * The value to expect of each further purchase: between the customer's own mean and the mean over all customers.
     *
     * @param x purchases that the mean is of; 0 where there are none
     * @param mean their mean value, at least 0; any number where x is 0
     * @return empty where it is infinite, or the mean is no such number
     */
    public OptionalDouble expectedValue(int x, double mean) {
        double degrees = p * x + q - 1;
        if (degrees <= 0 || x > 0 && !(mean >= 0 && mean < Double.POSITIVE_INFINITY)) {
            return OptionalDouble.empty();
        }
        double ownWeight = p * x / degrees;
        double own = x == 0 ? 0 : ownWeight * mean;
        double expected = own + p * v / degrees;
        return expected < Double.POSITIVE_INFINITY ? OptionalDouble.of(expected) : OptionalDouble.empty();
    }

    /** The mean value of a purchase over all customers; empty where it is infinite. */
    public OptionalDouble populationMean() {
        return expectedValue(0, 0);
    }
}
