package io.parcours.ingest;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionRow;
import io.parcours.condition.Verdict;
import io.parcours.stats.ShortestDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the scores that a map's surveys refuse. A record belongs to the first survey that matches it. */
final class ScoreFaults {
    private final FieldLayout layout;
    private final NumberValues numbers;
    private final List<Prepared> checks;

    ScoreFaults(InputRules rules, FieldLayout layout) {
        this.layout = layout;
        this.numbers = new NumberValues(rules.csv().decimal());
        this.checks = rules.scores().stream()
                .map(check -> new Prepared(check, rules.dimensions()))
                .toList();
    }

    /** What is wrong with the score of a record, or null: it is fine, it has none, or the record answers no survey. */
    String of(ConditionRow row, SourceRecord record) {
        for (Prepared check : checks) {
            if (check.matches(row)) {
                return check.field < 0 ? null : fault(check, record);
            }
        }
        return null;
    }

    private String fault(Prepared prepared, SourceRecord record) {
        String column = layout.column(prepared.field);
        Object value = record.value(prepared.field);
        if (!numbers.read(value)) {
            return column + " " + numbers.problem();
        }
        ScoreCheck check = prepared.check;
        if (Double.isNaN(numbers.number()) || check.accepts(numbers.number())) {
            return null;
        }
        return column + " is " + Shown.of(value) + ", no "
                + (check.steps() == ScoreCheck.Steps.WHOLE ? "whole score" : "score") + " from "
                + plain(check.low()) + " to " + plain(check.high());
    }

    private static String plain(double number) {
        return ShortestDecimal.of(number).toPlainString();
    }

    /** A check with its lists as sets. */
    private static final class Prepared {
        private final ScoreCheck check;
        private final Set<String> events;
        private final Set<String> channels;
        /** Where the score stands in a record; -1 where records have no such column. */
        private final int field;

        Prepared(ScoreCheck check, List<String> dimensions) {
            this.check = check;
            this.events = new HashSet<>(check.touchpoints().events());
            this.channels = new HashSet<>(check.touchpoints().channels());
            int dimension = dimensions.indexOf(check.score());
            int column = dimension < 0 ? -1 : FieldLayout.FIRST_DIMENSION + dimension;
            this.field = check.score().equals(ScoreCheck.VALUE) ? FieldLayout.VALUE : column;
        }

        boolean matches(ConditionRow row) {
            return (events.isEmpty() || events.contains(row.text(ConditionColumns.EVENT)))
                    && (channels.isEmpty() || channels.contains(row.text(ConditionColumns.CHANNEL)))
                    && check.touchpoints()
                            .whereClause()
                            .map(where -> where.test(row) == Verdict.HOLDS)
                            .orElse(true);
        }
    }
}
