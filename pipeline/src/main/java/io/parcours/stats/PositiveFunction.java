package io.parcours.stats;

/** A smooth function of a few positive numbers. */
@FunctionalInterface
public interface PositiveFunction {

    /** The function around a point, with its derivatives by the numbers themselves. */
    LocalExpansion at(double[] point);
}
