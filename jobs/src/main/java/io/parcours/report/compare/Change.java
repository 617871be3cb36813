package io.parcours.report.compare;

import io.parcours.report.data.Estimate;
import org.apache.commons.math3.special.Erf;

/**
 * How a figure differs between two days.
 *
 * <p>The interval of the difference is made of those of the two figures by the method of variance estimates recovery,
 * which for Wilson's intervals of two rates is Newcombe's method 10. It takes the days for independent; where the later
 * one counts the earlier one's customers again, the true interval is narrower, so that what is called a change is one.
 *
 * <p>Source: G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a general approach",
 * Statistics in Medicine 27 (2008) 1693-1702; R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890.
 *
 * @param before the figure of the earlier day
 * @param now the figure of the later day
 * @param low the lower end of the 95 % interval of the difference now - before
 * @param high the upper end
 */
public record Change(Estimate before, Estimate now, double low, double high) {
    private static final double NORMAL_QUANTILE = 1.959963984540054;

    /** The change between two figures that have intervals. */
    public static Change of(Estimate before, Estimate now) {
        double difference = now.value() - before.value();
        double down = Math.hypot(now.value() - now.low(), before.high() - before.value());
        double up = Math.hypot(now.high() - now.value(), before.value() - before.low());
        return new Change(before, now, difference - down, difference + up);
    }

    public double difference() {
        return now.value() - before.value();
    }

    /** How likely a difference at least as large would be without a change, by the interval's half towards zero. */
    public double pValue() {
        double difference = difference();
        double half = difference > 0 ? difference - low : high - difference;
        if (difference == 0) {
            return 1;
        }
        return half == 0 ? 0 : Erf.erfc(Math.abs(difference) / half * NORMAL_QUANTILE / Math.sqrt(2));
    }
}
