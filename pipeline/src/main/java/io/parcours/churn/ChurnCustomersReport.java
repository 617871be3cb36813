package io.parcours.churn;

import io.parcours.journey.CompletedTable;
import io.parcours.table.Column;
import io.parcours.table.ColumnBatch;
import io.parcours.table.ReportTable;
import java.util.List;
import java.util.function.Consumer;

/** The table {@code churn_customers}: a row for every customer with an activity touchpoint. */
final class ChurnCustomersReport implements CompletedTable<ChurnCustomersReport.Row> {
    private static final long serialVersionUID = 1L;

    static final ReportTable<Row> TABLE = new ReportTable<>(
            "churn_customers",
            "a customer with at least one activity touchpoint",
            List.of(
                    Column.text(
                            "customer_id", "The customer.", row -> row.draft().customerId()),
                    Column.instantInEveryRow(
                            "first_at",
                            "The first activity touchpoint.",
                            row -> row.draft().firstAt()),
                    Column.instantInEveryRow(
                            "last_at",
                            "The last activity touchpoint.",
                            row -> row.draft().lastAt()),
                    Column.wholeInEveryRow(
                            "frequency",
                            "Local days with activity after the first such day (the models' x).",
                            row -> row.draft().frequency()),
                    Column.realOrNaN(
                            "recency",
                            "From the first to the last day with activity, in churn periods (the models' t_x).",
                            Row::recency),
                    Column.realOrNaN(
                            "age",
                            "From the first day with activity to the day of as_of, in churn periods (the models' T).",
                            Row::age),
                    Column.wholeInEveryRow(
                            "days_since_last",
                            "Whole local days from the last day with activity to the day of as_of.",
                            row -> row.draft().ageDays() - row.draft().recencyDays()),
                    Column.realOrNaN(
                            "monetary_mean",
                            "The values of activity touchpoints on repeat days (the first day excluded), summed and divided"
                                    + " by frequency; null at frequency 0 and where no activity touchpoint has a value.",
                            row -> row.draft().monetaryMean()),
                    Column.realOrNaN(
                            "value",
                            "The sum of the values of all the customer's touchpoints, active or not; null where none has a"
                                    + " value.",
                            row -> row.draft().value()),
                    Column.text(
                            "furthest_stage",
                            "The latest stage of the lifecycle among all the customer's touchpoints; null where none has a"
                                    + " stage.",
                            row -> row.draft().furthestStage()),
                    Column.text(
                            "state",
                            "new, current, at_risk, dormant or returned; defined in docs/churn.md.",
                            row -> row.draft().state().label()),
                    Column.realOrNaN(
                            "p_alive",
                            "The probability that the customer is still there, by the map's model; null where that could"
                                    + " not be fitted: why, churn_model says.",
                            Row::alive),
                    Column.realOrNaN(
                            "expected_next",
                            "Days with activity to expect within churn.horizon; null with p_alive.",
                            Row::expectedNext),
                    Column.realOrNaN(
                            "expected_value",
                            "Their value: expected_next times the value that gamma_gamma expects of each of them; null with"
                                    + " either, and where that value is infinite.",
                            Row::expectedValue),
                    Column.realOrNaN(
                            "churn_probability",
                            "The probability of no activity for inactive_after from as_of on, calibrated by the back-test;"
                                    + " null without one.",
                            Row::churnProbability),
                    Column.text(
                            "churn_risk",
                            "low, medium or high, by churn_probability; by state where that is null (rule_of_thumb_used in"
                                    + " churn_model).",
                            row -> row.risk().label()),
                    Column.texts(
                            "reasons",
                            "Which features of the behaviour up to as_of raise this customer's odds of leaving above the"
                                    + " average customer's, the weightiest first, at most three; empty where none does,"
                                    + " null where the customer is gone or there is no model (churn_drivers).",
                            Row::reasons)));

    private final double daysPerPeriod;
    private final CustomerScores scores;
    private final BehaviourFeatures features;
    private final LeavingReasons reasons;

    ChurnCustomersReport(ChurnRules rules, CustomerScores scores, BehaviourFeatures features, LeavingReasons reasons) {
        this.daysPerPeriod = rules.daysPerPeriod();
        this.scores = scores;
        this.features = features;
        this.reasons = reasons;
    }

    /** A customer. */
    record Row(
            CustomerDrafts.Row draft,
            double recency,
            double age,
            double alive,
            double expectedNext,
            double expectedValue,
            double churnProbability,
            ChurnRisk risk,
            List<String> reasons) {}

    @Override
    public ReportTable<?> draft() {
        return CustomerDrafts.table(features);
    }

    @Override
    public ReportTable<Row> table() {
        return TABLE;
    }

    @Override
    public void complete(ColumnBatch drafts, Consumer<Row> sink) {
        for (int row = 0; row < drafts.size(); row++) {
            CustomerDrafts.Row draft = CustomerDrafts.read(drafts, row, features.size());
            scores.at(draft);
            sink.accept(new Row(
                    draft,
                    draft.recencyDays() / daysPerPeriod,
                    draft.ageDays() / daysPerPeriod,
                    scores.alive(),
                    scores.expectedNext(),
                    scores.expectedValue(),
                    scores.churnProbability(),
                    scores.risk(),
                    reasons.of(draft.features())));
        }
    }
}
