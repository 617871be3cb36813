package io.parcours.report.data;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure
 * @param low the lower end, or null where the table has none
 * @param high the upper end, null with it
 */
public record Estimate(double value, Double low, Double high) {

    /** Whether the table has an interval for it. */
    public boolean hasInterval() {
        return low != null && high != null;
    }
}
