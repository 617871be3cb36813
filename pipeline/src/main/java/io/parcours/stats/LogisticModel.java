package io.parcours.stats;

import java.io.Serializable;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;

/** A fitted logistic regression: how the log-odds of something follow from features. */
public final class LogisticModel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FeatureScale scale;
    private final double[] coefficients;
    private final double[] variances;

    LogisticModel(FeatureScale scale, double[] coefficients, double[] variances) {
        this.scale = scale;
        this.coefficients = coefficients.clone();
        this.variances = variances.clone();
    }

    /**
     * What a feature adds to the log-odds.
     *
     * @param estimate a unit of the feature
     * @param standardError of the estimate
     */
    public record Effect(double estimate, double standardError) {

        /** Its 95 % interval. */
        public Interval interval() {
            return new Interval(estimate - Proportion.Z * standardError, estimate + Proportion.Z * standardError);
        }

        /** How likely an estimate at least as far from 0 would be without any effect; Wald's test, two-sided. */
        public double pValue() {
            return Erf.erfc(Math.abs(estimate / standardError) / Math.sqrt(2));
        }
    }

    /** The log-odds where all features have their means. */
    public Effect intercept() {
        return new Effect(coefficients[0], Math.sqrt(variances[0]));
    }

    /** The effect of a feature, or nothing where it was the same for all. */
    public Optional<Effect> effect(int feature) {
        double unit = scale.unit(feature);
        return unit == 0
                ? Optional.empty()
                : Optional.of(new Effect(coefficients[feature + 1] / unit, Math.sqrt(variances[feature + 1]) / unit));
    }

    /** By how much a feature of this value raises the log-odds above those at its mean. */
    public double contribution(int feature, double value) {
        return coefficients[feature + 1] * scale.scaled(feature, value);
    }

    /** The log-odds of a case with these features. */
    public double logOdds(double[] values) {
        double logOdds = coefficients[0];
        for (int i = 0; i < values.length; i++) {
            logOdds += contribution(i, values[i]);
        }
        return Odds.bounded(logOdds);
    }
}
