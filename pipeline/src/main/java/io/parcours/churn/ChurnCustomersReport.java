package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.LocalDays;
import io.parcours.stats.ExactSum;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The table {@code churn_customers}: a row for every customer with an activity touchpoint. */
public final class ChurnCustomersReport implements HistoryTable<ChurnCustomersReport.Row> {
    private static final long serialVersionUID = 1L;

    private static final double NANOS_PER_DAY = Duration.ofDays(1).toNanos();

    private static final ReportTable<Row> TABLE = new ReportTable<>(
            "churn_customers",
            "a customer with at least one activity touchpoint",
            List.of(
                    Column.text("customer_id", "The customer.", Row::customerId),
                    Column.instantInEveryRow("first_at", "The first activity touchpoint.", Row::firstAt),
                    Column.instantInEveryRow("last_at", "The last activity touchpoint.", Row::lastAt),
                    Column.wholeInEveryRow(
                            "frequency",
                            "Local days with activity after the first such day (the models' x).",
                            Row::frequency),
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
                            Row::daysSinceLast),
                    Column.real(
                            "monetary_mean",
                            "The values of activity touchpoints on repeat days (the first day excluded), summed and divided"
                                    + " by frequency; null at frequency 0 and where no activity touchpoint has a value.",
                            Row::monetaryMean),
                    Column.real(
                            "value",
                            "The sum of the values of all the customer's touchpoints, active or not; null where none has a"
                                    + " value.",
                            Row::value),
                    Column.text(
                            "furthest_stage",
                            "The latest stage of the lifecycle among all the customer's touchpoints; null where none has a"
                                    + " stage.",
                            Row::furthestStage),
                    Column.text(
                            "state",
                            "new, current, at_risk, dormant or returned; defined in docs/churn.md.",
                            row -> row.state().label())));

    private final int activity;
    private final StateRule rule;
    private final double daysPerPeriod;
    private transient ActivityReader reader;

    /** Customers by these rules, whose activity the index knows. */
    public ChurnCustomersReport(ChurnRules rules, ConditionIndex index) {
        this.activity = index.numberOf(rules.activity());
        this.rule = StateRule.of(rules.inactiveAfter());
        this.daysPerPeriod = rules.period().toNanos() / NANOS_PER_DAY;
    }

    /**
     * A customer.
     *
     * @param firstAt microseconds since the epoch
     * @param lastAt microseconds since the epoch
     */
    record Row(
            String customerId,
            long firstAt,
            long lastAt,
            long frequency,
            double recency,
            double age,
            long daysSinceLast,
            Double monetaryMean,
            Double value,
            String furthestStage,
            ChurnState state) {}

    @Override
    public ReportTable<Row> table() {
        return TABLE;
    }

    @Override
    public void rows(CustomerHistory history, AsOf asOf, Consumer<Row> sink) {
        if (reader == null || !reader.localDays().zone().equals(asOf.zone())) {
            reader = new ActivityReader(activity, new LocalDays(asOf.zone()), rule.inactiveAfter());
        }
        reader.read(history).ifPresent(found -> sink.accept(row(history, found, asOf)));
    }

    private Row row(CustomerHistory history, Activity found, AsOf asOf) {
        long asOfDay = asOf.date().toEpochDay();
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
                (found.lastDay() - found.firstDay()) / daysPerPeriod,
                (asOfDay - found.firstDay()) / daysPerPeriod,
                asOfDay - found.lastDay(),
                monetaryMean(history, found),
                value.value().orElse(null),
                history.stageName(furthest),
                rule.stateOf(found, asOf));
    }

    private Double monetaryMean(CustomerHistory history, Activity found) {
        ExactSum repeatDays = new ExactSum();
        boolean hasValue = false;
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(activity)) {
                hasValue = hasValue || !Double.isNaN(history.value(i));
                if (reader.localDays().dayOf(history.occurredAt(i)) != found.firstDay()) {
                    repeatDays.add(history.value(i));
                }
            }
        }
        return hasValue && found.frequency() > 0 ? (Double) (repeatDays.toDouble() / found.frequency()) : null;
    }
}
