package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.LocalDays;
import io.parcours.stats.ExactSum;
import io.parcours.table.Column;
import io.parcours.table.ColumnBatch;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the pass finds of every customer with an activity touchpoint, before a model has spoken. Never published. */
final class CustomerDrafts implements HistoryTable<CustomerDrafts.Row> {
    private static final long serialVersionUID = 1L;

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.text("customer_id", "The customer.", Row::customerId),
            Column.instantInEveryRow("first_at", "The first activity touchpoint.", Row::firstAt),
            Column.instantInEveryRow("last_at", "The last activity touchpoint.", Row::lastAt),
            Column.wholeInEveryRow("frequency", "Days with activity after the first.", Row::frequency),
            Column.wholeInEveryRow("recency_days", "From the first to the last such day.", Row::recencyDays),
            Column.wholeInEveryRow("age_days", "From the first such day to that of as_of.", Row::ageDays),
            Column.realOrNaN("monetary_mean", "As in churn_customers.", Row::monetaryMean),
            Column.realOrNaN("value", "As in churn_customers.", Row::value),
            Column.text("furthest_stage", "As in churn_customers.", Row::furthestStage),
            Column.text("state", "As in churn_customers.", row -> row.state().label()));

    private final int activity;
    private final StateRule rule;
    private final AsOfBehaviour behaviour;
    private transient ActivityReader reader;

    /** Customers by these rules, whose activity the index knows. */
    CustomerDrafts(ChurnRules rules, ConditionIndex index, BehaviourFeatures features) {
        this.activity = index.numberOf(rules.activity());
        this.rule = StateRule.of(rules.inactiveAfter());
        this.behaviour = new AsOfBehaviour(features);
    }

    /** What these drafts are, with the features behind all else. */
    static ReportTable<Row> table(BehaviourFeatures features) {
        List<Column<Row>> columns = new ArrayList<>(COLUMNS);
        columns.addAll(features.columns(Row::features));
        return new ReportTable<>("churn_customers_draft", "a customer with at least one activity touchpoint", columns);
    }

    /**
     * A customer.
     *
     * @param firstAt microseconds since the epoch
     * @param lastAt microseconds since the epoch
     * @param monetaryMean NaN where there is none
     * @param value likewise
     * @param features of the behaviour up to as_of; null where the customer is gone
     */
    record Row(
            String customerId,
            long firstAt,
            long lastAt,
            long frequency,
            long recencyDays,
            long ageDays,
            double monetaryMean,
            double value,
            String furthestStage,
            ChurnState state,
            double[] features) {}

    /** The draft in this row of a batch with the columns in their order, of which so many are features. */
    static Row read(ColumnBatch drafts, int row, int features) {
        return new Row(
                drafts.text(0, row),
                drafts.whole(1, row),
                drafts.whole(2, row),
                drafts.whole(3, row),
                drafts.whole(4, row),
                drafts.whole(5, row),
                drafts.real(6, row),
                drafts.real(7, row),
                drafts.text(8, row),
                ChurnState.of(drafts.text(9, row)),
                features(drafts, row, features));
    }

    private static double[] features(ColumnBatch drafts, int row, int size) {
        if (drafts.isNull(COLUMNS.size(), row)) {
            return null;
        }
        double[] features = new double[size];
        for (int i = 0; i < size; i++) {
            features[i] = drafts.real(COLUMNS.size() + i, row);
        }
        return features;
    }

    @Override
    public ReportTable<Row> table() {
        return table(behaviour.features());
    }

    @Override
    public void rows(CustomerHistory history, AsOf asOf, Consumer<Row> sink) {
        if (reader == null || !reader.localDays().zone().equals(asOf.zone())) {
            reader = new ActivityReader(activity, new LocalDays(asOf.zone()), rule.inactiveAfter());
        }
        reader.read(history).ifPresent(found -> sink.accept(row(history, found, asOf)));
    }

    private Row row(CustomerHistory history, Activity found, AsOf asOf) {
        ChurnState state = rule.stateOf(found, asOf);
        // Where clocks are put back over midnight, the day of as_of can be the one before.
        long asOfDay = Math.max(asOf.date().toEpochDay(), found.lastDay());
        int furthest = 0;
        ExactSum value = new ExactSum();
        for (int i = 0; i < history.size(); i++) {
            value.add(history.value(i));
            furthest = history.stage(i) > history.stage(furthest) ? i : furthest;
        }
        return new Row(
                history.customerId(),
                found.firstAt(),
                found.lastAt(),
                found.frequency(),
                found.lastDay() - found.firstDay(),
                asOfDay - found.firstDay(),
                reader.monetaryMean(history, found),
                value.value().orElse(Double.NaN),
                history.stageName(furthest),
                state,
                behaviour.of(history, state, asOf));
    }
}
