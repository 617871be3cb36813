package io.parcours.buying;

/**
 * A fitted parameter.
 *
 * @param name its name
 * @param estimate the most likely value
 * @param standardError from the curvature of the likelihood
 */
public record ParameterEstimate(String name, double estimate, double standardError) {

    /** The name of the probability with which all customers leave after a purchase, told in place of a and b. */
    public static final String EQUAL_LEAVING = "equal_leaving";
}
