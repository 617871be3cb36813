package io.parcours.churn;

import io.parcours.journey.ConditionIndex;

/** The drafts of customers whose map has no stages. */
final class PlainDrafts {
    private PlainDrafts() {}

    static CustomerDrafts of(ChurnRules rules, ConditionIndex index) {
        return new CustomerDrafts(rules, index, new BehaviourFeatures(rules, 0, index));
    }
}
