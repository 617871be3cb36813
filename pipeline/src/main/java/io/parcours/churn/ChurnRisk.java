package io.parcours.churn;

import java.util.Locale;

/** How likely a customer is to leave, in the words of {@code churn_risk}. */
enum ChurnRisk {
    /** Below both limits of the map. */
    LOW,
    /** From {@code risk.medium} on. */
    MEDIUM,
    /** From {@code risk.high} on. */
    HIGH;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The risk as the tables name it. */
    String label() {
        return label;
    }

    /** By the calibrated probability of leaving. */
    static ChurnRisk of(double probability, BuyingRules rules) {
        if (probability >= rules.highRisk()) {
            return HIGH;
        }
        return probability >= rules.mediumRisk() ? MEDIUM : LOW;
    }

    /** By the rule of thumb, where there is no calibrated probability. */
    static ChurnRisk of(ChurnState state) {
        return switch (state) {
            case DORMANT -> HIGH;
            case AT_RISK -> MEDIUM;
            case NEW, CURRENT, RETURNED -> LOW;
        };
    }
}
