package io.parcours.churn;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The probability of leaving by state alone: the share that left of those who were in it at a back-test's cut, dormant, at
 * risk, or any other. For customers whom no model tells apart.
 */
final class StateShares implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where nothing is known of who left. */
    static final StateShares NONE = new StateShares();

    private final double[] shares = new double[ChurnState.values().length];

    private StateShares() {
        Arrays.fill(shares, Double.NaN);
    }

    /** The shares of all customers of a back-test. */
    static StateShares of(RuleOfThumb rule) {
        StateShares found = new StateShares();
        for (ChurnState state : ChurnState.values()) {
            OptionalDouble share = rule.share(ChurnRisk.of(state));
            found.shares[state.ordinal()] = share.orElse(Double.NaN);
        }
        return found;
    }

    /** The probability; NaN where too few customers were in such a state. */
    double of(ChurnState state) {
        return shares[state.ordinal()];
    }

    /** The risk: by the share where there is one, else by the rule of thumb alone. */
    ChurnRisk risk(ChurnState state, BuyingRules rules) {
        double share = of(state);
        return Double.isNaN(share) ? ChurnRisk.of(state) : ChurnRisk.of(share, rules);
    }
}
