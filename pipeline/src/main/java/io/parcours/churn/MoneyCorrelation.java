package io.parcours.churn;

import io.parcours.buying.SortedMoney;
import java.util.OptionalDouble;

/**
 * Pearson's correlation of frequency and mean value over customers. Gamma-Gamma takes it for 0.
 */
final class MoneyCorrelation {
    private MoneyCorrelation() {}

    /** Empty where one of both does not differ, or their squares are beyond numbers. */
    static OptionalDouble of(SortedMoney groups) {
        double customers = 0;
        double meanX = 0;
        double meanValue = 0;
        for (int group = 0; group < groups.size(); group++) {
            customers += groups.customers(group);
            double weight = groups.customers(group) / customers;
            meanX += weight * (groups.x(group) - meanX);
            meanValue += weight * (groups.mean(group) - meanValue);
        }
        double ofX = 0;
        double ofValue = 0;
        double ofBoth = 0;
        for (int group = 0; group < groups.size(); group++) {
            double x = groups.x(group) - meanX;
            double value = groups.mean(group) - meanValue;
            ofX += groups.customers(group) * x * x;
            ofValue += groups.customers(group) * value * value;
            ofBoth += groups.customers(group) * x * value;
        }
        double correlation = ofBoth / (Math.sqrt(ofX) * Math.sqrt(ofValue));
        return Double.isFinite(correlation)
                ? OptionalDouble.of(Math.max(-1, Math.min(1, correlation)))
                : OptionalDouble.empty();
    }
}
