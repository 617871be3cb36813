package io.parcours.buying;

/**
 * A fitted parameter.
 *
 * @param name its name
 * @param estimate the most likely value
 * @param standardError from the curvature of the likelihood
 */
public record ParameterEstimate(String name, double estimate, double standardError) {}
