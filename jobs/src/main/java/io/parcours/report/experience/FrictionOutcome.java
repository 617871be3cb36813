package io.parcours.report.experience;

import io.parcours.report.data.Row;
import java.util.Comparator;
import java.util.Locale;

/** What journeys with a friction and without it are compared by. */
enum FrictionOutcome {
    /** Conversion afterwards: less of it is worse. */
    CONVERSION(1),
    /** Churn as of the report: more of it is worse. */
    CHURN(-1);

    /** Below this q a row is a finding, as the table's documentation says. */
    private static final double FINDING = 0.05;

    private final int worse;

    FrictionOutcome(int worse) {
        this.worse = worse;
    }

    /** The name of a column of this outcome. */
    String column(String name) {
        return word() + "_" + name;
    }

    /** The key of a sentence about this outcome. */
    String key(String name) {
        return "experience.friction." + word() + "." + name;
    }

    boolean isFinding(Row row) {
        Double q = row.number(column("q"));
        return q != null
                && q < FINDING
                && !row.isMissing(column("rate_with"))
                && !row.isMissing(column("rate_without"));
    }

    /** Whether the outcome is worse with the friction than without. */
    boolean isWorse(Row row) {
        return difference(row) > 0;
    }

    /** Those that matter to most customers first; of those that go with something better, the smallest first. */
    Comparator<Row> order() {
        return Comparator.comparingDouble(row -> -difference(row) * row.whole(column("with_count")));
    }

    private double difference(Row row) {
        return worse * (row.number(column("rate_without")) - row.number(column("rate_with")));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
