package io.parcours.stats;

import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * How many times larger the variance of a statistic is than its test takes it to be, for instance because units of one
 * customer resemble each other; the test and its interval are made as much wider.
 *
 * <p>Source: J. N. K. Rao and A. J. Scott, "The analysis of categorical data from complex sample surveys: chi-squared tests
 * for goodness of fit and independence in two-way tables", Journal of the American Statistical Association 76 (1981)
 * 221-230 (the first-order correction, here of a statistic with one degree of freedom).
 *
 * @param value 1 or more
 */
public record DesignEffect(double value) {

    public DesignEffect {
        if (!(value >= 1)) {
            throw new IllegalArgumentException("a design effect only widens: " + value);
        }
    }

    /** The effect of variances that were seen and supposed; never below 1, so that nothing is called surer than it was. */
    public static DesignEffect of(double seen, double supposed) {
        return new DesignEffect(supposed > 0 && seen > supposed ? seen / supposed : 1);
    }

    /** What a two-sided p value becomes. */
    public double widened(double pValue) {
        return value == 1 ? pValue : Erf.erfc(Erf.erfcInv(pValue) / FastMath.sqrt(value));
    }

    /** What the interval of a ratio becomes, which is symmetric around it on the scale of logarithms. */
    public Interval widened(double ratio, Interval interval) {
        double wider = FastMath.sqrt(value);
        return value == 1
                ? interval
                : new Interval(
                        ratio * FastMath.pow(interval.low() / ratio, wider),
                        ratio * FastMath.pow(interval.high() / ratio, wider));
    }
}
