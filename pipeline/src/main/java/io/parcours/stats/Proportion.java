package io.parcours.stats;

import java.util.Optional;

/**
 * A part of an eligible base: the rate is {@code successes / trials}, with Wilson's 95 % score interval.
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927) 209-212.
 *
 * @param successes how many of the base, 0 to trials
 * @param trials the base; may be 0, then there is neither rate nor interval
 */
public record Proportion(long successes, long trials) {

    /** The two-sided 95 % quantile of the standard normal distribution. */
    static final double Z = 1.959963984540054;

    public Proportion {
        if (successes < 0 || trials < successes) {
            throw new IllegalArgumentException("no proportion: " + successes + " of " + trials);
        }
    }

    /** The rate, or nothing where the base is empty. */
    public Optional<Double> rate() {
        return trials == 0 ? Optional.empty() : Optional.of((double) successes / trials);
    }

    /** Wilson's 95 % interval for independent trials, or nothing where the base is empty. */
    public Optional<Interval> interval() {
        return trials == 0 ? Optional.empty() : Optional.of(wilson((double) successes / trials, trials));
    }

    /**
     * Wilson's interval around a rate seen on this many (effective) trials, more than 0. The ends meet 0 and 1 exactly
     * where the rate does.
     */
    public static Interval wilson(double rate, double trials) {
        double z2 = Z * Z;
        double centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
        double half = Z / (1 + z2 / trials) * Math.sqrt(rate * (1 - rate) / trials + z2 / (4 * trials * trials));
        double low = rate == 0 ? 0 : Math.max(0, centre - half);
        double high = rate == 1 ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }
}
