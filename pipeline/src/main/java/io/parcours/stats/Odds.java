package io.parcours.stats;

import org.apache.commons.math3.util.FastMath;

/** Probabilities by their log-odds, the same bits on every machine. */
public final class Odds {
    /** Log-odds beyond this, either sign, are taken as this. */
    public static final double LARGEST = 60;

    private Odds() {}

    /** The log-odds, no further from 0 than {@value #LARGEST}. */
    static double bounded(double logOdds) {
        return Math.min(Math.max(logOdds, -LARGEST), LARGEST);
    }

    /** The probability that has these log-odds. */
    public static double probability(double logOdds) {
        double small = FastMath.exp(-Math.abs(bounded(logOdds)));
        return (logOdds < 0 ? small : 1) / (1 + small);
    }

    /** How badly the log-odds foresaw what happened: the negative log of the probability they gave to it. */
    public static double loss(double logOdds, boolean isHit) {
        double bounded = bounded(logOdds);
        double wrong = Math.max(0, isHit ? -bounded : bounded);
        return wrong + FastMath.log1p(FastMath.exp(-Math.abs(bounded)));
    }
}
