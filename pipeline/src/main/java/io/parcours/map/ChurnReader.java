package io.parcours.map;

import io.parcours.churn.ChurnRules;
import io.parcours.churn.RetentionRules;

/** Reads what activity and churn are, and how cohorts are cut. */
final class ChurnReader {
    private ChurnReader() {}

    static ChurnRules churn(MapFields fields, StagedConditions conditions) {
        ChurnRules defaults = ChurnRules.DEFAULT;
        return new ChurnRules(
                fields.at("activity").map(conditions::read).orElse(defaults.activity()),
                fields.at("period").flatMap(MapWord::positiveDuration).orElse(defaults.period()),
                fields.at("inactive_after").flatMap(MapWord::positiveDuration).orElse(defaults.inactiveAfter()));
    }

    static RetentionRules retention(MapFields fields) {
        RetentionRules defaults = RetentionRules.DEFAULT;
        return new RetentionRules(
                fields.at("period")
                        .flatMap(value -> MapWord.choice(value, RetentionRules.Period.class))
                        .orElse(defaults.period()),
                fields.at("mode")
                        .flatMap(value -> MapWord.choice(value, RetentionRules.Mode.class))
                        .orElse(defaults.mode()),
                fields.at("count")
                        .flatMap(value -> MapWord.choice(value, RetentionRules.Count.class))
                        .orElse(defaults.count()));
    }
}
