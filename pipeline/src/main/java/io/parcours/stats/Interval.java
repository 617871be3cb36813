package io.parcours.stats;

/**
 * A confidence interval; that of a rate has both ends between 0 and 1.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {}
