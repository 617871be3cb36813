package io.parcours.map;

import io.parcours.churn.RetentionRules;

/** Reads how cohorts are cut. */
final class RetentionReader {
    private RetentionReader() {}

    static RetentionRules read(MapFields fields, CutColumns columns) {
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
                        .orElse(defaults.count()),
                columns.breakdown(fields));
    }
}
