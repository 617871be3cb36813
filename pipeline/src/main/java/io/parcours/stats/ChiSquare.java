package io.parcours.stats;

import org.apache.commons.math3.special.Gamma;

/**
 * A statistic that is distributed as chi-square where there is no difference.
 *
 * @param statistic 0 or more
 * @param degrees of freedom, at least 1
 */
public record ChiSquare(double statistic, int degrees) {

    /** How likely a statistic at least as large is where there is no difference. */
    public double pValue() {
        return Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2);
    }
}
