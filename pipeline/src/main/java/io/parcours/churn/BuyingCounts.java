package io.parcours.churn;

import io.parcours.buying.MoneyGroups;
import io.parcours.buying.PurchaseGroups;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.CustomerHistory;
import java.io.Serializable;

/** What the models of repeated activity are fitted to and held against; mergeable. */
final class BuyingCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long asOfDay;
    private final StateRule stateRule;
    private final BackTest backTest;
    private final PurchaseGroups purchases = new PurchaseGroups();
    private final MoneyGroups money = new MoneyGroups();
    private final OutcomeTable outcomes = new OutcomeTable();
    private final MoneyGroups moneyBefore = new MoneyGroups();
    private final StateOutcomes states = new StateOutcomes();

    BuyingCounts(ChurnRules rules, AsOf asOf) {
        this.asOfDay = asOf.date().toEpochDay();
        this.stateRule = StateRule.of(rules.inactiveAfter());
        this.backTest = BackTest.of(rules, asOf).orElse(null);
    }

    /**
     * Adds a customer.
     *
     * @param all the whole activity, as this reader reads it
     */
    void add(CustomerHistory history, Activity all, ActivityReader reader) {
        // Where clocks are put back over midnight, the day of as_of can be the one before.
        long end = Math.max(asOfDay, all.lastDay());
        purchases.add(all.frequency(), days(all.firstDay(), all.lastDay()), days(all.firstDay(), end));
        if (all.frequency() > 0) {
            money.add(all.frequency(), reader.monetaryMean(history, all));
        }
        if (backTest != null && all.firstDay() <= backTest.cutDay()) {
            Activity before = all.lastDay() <= backTest.cutDay()
                    ? all
                    : reader.read(history, backTest.cutDay()).orElseThrow();
            addOutcome(history.customerId(), before, all);
            if (before.frequency() > 0) {
                moneyBefore.add(before.frequency(), reader.monetaryMean(history, before));
            }
        }
    }

    private void addOutcome(String customerId, Activity before, Activity all) {
        int half = (int) (CustomerHash.of(customerId) & 1);
        boolean hasLeft = backTest.hasLeft(before, all);
        outcomes.add(
                OutcomeTable.keyOf(before.frequency(), days(before.firstDay(), before.lastDay())),
                OutcomeTable.ageAndHalfOf(days(before.firstDay(), backTest.cutDay()), half),
                1,
                hasLeft ? 1 : 0,
                backTest.hasFallenSilent(before, all) ? 1 : 0,
                BackTest.laterDays(before, all));
        states.add(stateRule.stateOf(before, backTest.end()), half, hasLeft);
    }

    private static int days(long from, long to) {
        return Math.toIntExact(to - from);
    }

    void merge(BuyingCounts other) {
        purchases.merge(other.purchases);
        money.merge(other.money);
        outcomes.merge(other.outcomes);
        moneyBefore.merge(other.moneyBefore);
        states.merge(other.states);
    }

    /** Null where there is no back-test. */
    BackTest backTest() {
        return backTest;
    }

    PurchaseGroups purchases() {
        return purchases;
    }

    MoneyGroups money() {
        return money;
    }

    OutcomeTable outcomes() {
        return outcomes;
    }

    MoneyGroups moneyBefore() {
        return moneyBefore;
    }

    StateOutcomes states() {
        return states;
    }
}
