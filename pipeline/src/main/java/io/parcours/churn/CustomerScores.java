package io.parcours.churn;

import io.parcours.buying.BuyingModel;
import io.parcours.buying.GammaGamma;
import java.io.Serializable;
import java.util.OptionalDouble;

/** What the fitted models tell of one customer after the other. Each task scores with a copy of its own. */
final class CustomerScores implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChurnRules rules;
    /** Null where none converged. */
    private final BuyingModel model;
    /** Null where none converged. */
    private final GammaGamma money;
    /** Null where states are used. */
    private final LeavingCalibration calibration;

    private final StateShares states;

    private transient Lookahead lookahead;
    private double alive;
    private double expectedNext;
    private double expectedValue;
    private double churnProbability;
    private ChurnRisk risk;

    /** States tell what the model and its calibration do not. */
    CustomerScores(
            ChurnRules rules, BuyingModel model, GammaGamma money, LeavingCalibration calibration, StateShares states) {
        this.states = states;
        this.rules = rules;
        this.model = model;
        this.money = money;
        this.calibration = calibration;
    }

    /** Looks at a customer. */
    void at(CustomerDrafts.Row draft) {
        if (model == null) {
            alive = Double.NaN;
            expectedNext = Double.NaN;
            expectedValue = Double.NaN;
            byState(draft.state());
            return;
        }
        if (lookahead == null) {
            lookahead =
                    new Lookahead(model, rules.daysPerPeriod(), rules.buying().horizonDays(), rules.inactiveDays());
        }
        int x = (int) draft.frequency();
        lookahead.at(x, (int) draft.recencyDays(), (int) draft.ageDays());
        alive = lookahead.alive();
        expectedNext = lookahead.expectedDays();
        expectedValue = expectedNext * valueOfDay(x, draft.monetaryMean());
        if (calibration == null) {
            byState(draft.state());
        } else {
            churnProbability = calibration.probability(x, lookahead.silent());
            risk = ChurnRisk.of(churnProbability, rules.buying());
        }
    }

    private void byState(ChurnState state) {
        churnProbability = states.of(state);
        risk = states.risk(state, rules.buying());
    }

    /** The customer's own mean says as much as it is of days; nothing where he has none, or one that is no value. */
    private double valueOfDay(int x, double mean) {
        if (money == null) {
            return Double.NaN;
        }
        OptionalDouble value = mean > 0 ? money.expectedValue(x, mean) : money.populationMean();
        return value.orElse(Double.NaN);
    }

    /** The probability that the customer is still there; NaN where there is none, like all of these. */
    double alive() {
        return alive;
    }

    /** The days with activity to expect within the horizon. */
    double expectedNext() {
        return expectedNext;
    }

    /** Their value. */
    double expectedValue() {
        return Double.isInfinite(expectedValue) ? Double.NaN : expectedValue;
    }

    /** The calibrated probability of leaving. */
    double churnProbability() {
        return churnProbability;
    }

    ChurnRisk risk() {
        return risk;
    }
}
