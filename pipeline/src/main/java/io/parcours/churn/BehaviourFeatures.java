package io.parcours.churn;

import io.parcours.journey.ConditionIndex;
import io.parcours.table.Column;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Which features of behaviour are looked at before a cut, in their order, and by which rules. Definitions worked by hand:
 * docs/churn.md.
 */
final class BehaviourFeatures implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Where nothing ends. */
    private static final int NO_CONDITION = -1;

    private final int activity;
    private final int ends;
    private final int[] signals;
    private final boolean hasStages;
    private final int inactiveDays;
    private final int lookbackDays;
    private final List<String> names = new ArrayList<>();
    private final List<String> meanings = new ArrayList<>();

    /**
     * The features by these rules, whose conditions the index knows.
     *
     * @param stageCount how many stages the map has
     */
    BehaviourFeatures(ChurnRules rules, int stageCount, ConditionIndex index) {
        activity = index.numberOf(rules.activity());
        ends = rules.curves().endsIfGiven().map(index::numberOf).orElse(NO_CONDITION);
        signals = rules.signals().signals().stream()
                .mapToInt(signal -> index.numberOf(signal.condition()))
                .toArray();
        hasStages = stageCount > 0;
        inactiveDays = rules.inactiveDays();
        lookbackDays = wholeDays(rules.signals().lookback());
        add("silence", "ln(1 + days since the last activity)");
        add("rhythm", "ln((1 + days since the last activity) / (1 + the customer's median gap)); 0 below two gaps");
        add("frequency", "ln(1 + days with activity after the first)");
        add("age", "ln(1 + days since the first activity)");
        String trend = " in the last " + lookbackDays + " days against as many before: (recent - former) / (both)";
        add("touchpoint_trend", "touchpoints" + trend);
        add("channel_trend", "different channels" + trend);
        add("value_trend", "positive values, summed," + trend);
        if (hasStages) {
            add("stage_stall", "ln(1 + days since the furthest stage was first reached)");
        }
        rules.signals()
                .signals()
                .forEach(signal -> add(
                        "signal:" + signal.name(),
                        "ln(1 + touchpoints of this signal in the last " + lookbackDays + " days)"));
    }

    /** Rounded up, however long. */
    private static int wholeDays(Duration duration) {
        long days = duration.toDays();
        days += duration.compareTo(Duration.ofDays(days)) > 0 ? 1 : 0;
        return (int) Math.min(days, Integer.MAX_VALUE);
    }

    private void add(String name, String meaning) {
        names.add(name);
        meanings.add(meaning);
    }

    int activity() {
        return activity;
    }

    /** Whether the map says what ends. */
    boolean hasEnds() {
        return ends != NO_CONDITION;
    }

    int ends() {
        return ends;
    }

    int[] signals() {
        return signals;
    }

    boolean hasStages() {
        return hasStages;
    }

    /** How many days without activity after a cut are leaving. */
    int inactiveDays() {
        return inactiveDays;
    }

    /** How many days before a cut are recent. */
    int lookbackDays() {
        return lookbackDays;
    }

    int size() {
        return names.size();
    }

    String name(int feature) {
        return names.get(feature);
    }

    String meaning(int feature) {
        return meanings.get(feature);
    }

    /** A column of a draft for each feature; all null where a row has none. */
    <R> List<Column<R>> columns(Function<R, double[]> features) {
        List<Column<R>> columns = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            int feature = i;
            columns.add(Column.realOrNaN("feature_" + i, meaning(i), row -> {
                double[] values = features.apply(row);
                return values == null ? Double.NaN : values[feature];
            }));
        }
        return columns;
    }
}
