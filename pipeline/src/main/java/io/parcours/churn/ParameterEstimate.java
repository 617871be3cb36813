package io.parcours.churn;

/**
 * A fitted parameter.
 *
 * @param name its name
 * @param estimate the most likely value
 * @param standardError from the curvature of the likelihood
 */
record ParameterEstimate(String name, double estimate, double standardError) {}
