package io.parcours.stats;

import java.util.Optional;

/**
 * The difference between two independent rates, one minus other, with its 95 % interval, all between -1 and 1.
 *
 * <p>The interval is made of Wilson's intervals of the two rates. Source: R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998) 873-890,
 * method 10.
 *
 * @param value the difference
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record RateDifference(double value, double low, double high) {

    /** The difference, or nothing where one of the rates has no base. */
    public static Optional<RateDifference> of(Proportion one, Proportion other) {
        if (one.trials() == 0 || other.trials() == 0) {
            return Optional.empty();
        }
        double first = (double) one.successes() / one.trials();
        double second = (double) other.successes() / other.trials();
        Interval ofFirst = Proportion.wilson(first, one.trials());
        Interval ofSecond = Proportion.wilson(second, other.trials());
        double value = first - second;
        return Optional.of(new RateDifference(
                value,
                value - Math.hypot(first - ofFirst.low(), ofSecond.high() - second),
                value + Math.hypot(ofFirst.high() - first, second - ofSecond.low())));
    }
}
