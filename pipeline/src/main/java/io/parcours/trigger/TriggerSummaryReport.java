package io.parcours.trigger;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Durations;
import io.parcours.stats.Interval;
import io.parcours.stats.SpanLedger;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table {@code trigger_summary}: rows by trigger as in the map, then all firings together, the entry channels and the
 * trigger's breakdowns, their values by UTF-8 bytes.
 */
final class TriggerSummaryReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "trigger_summary",
            "the firings of a trigger, all together or with one value of a breakdown",
            Stream.of(groups(), cancelling(), becomingDue())
                    .flatMap(List::stream)
                    .toList());

    private TriggerSummaryReport() {}

    /** The firings of a trigger with one value of a breakdown. */
    record Row(TriggerRules trigger, String breakdown, String value, FiringTally tally, SpanLedger spans) {

        Durations durations(int account) {
            return spans.durations(account);
        }

        /** In the words of its columns, for what was counted has none of its own. */
        @Override
        public String toString() {
            return TABLE.columns().stream()
                    .map(column -> column.name() + "=" + column.value().apply(this))
                    .collect(Collectors.joining(", "));
        }
    }

    static TableContent<Row> of(TriggerCounts counts) {
        List<Row> rows = new ArrayList<>();
        for (TriggerTally trigger : counts.triggers()) {
            TriggerRules rules = trigger.plan().rules();
            rows.add(new Row(rules, Labels.ALL, Labels.ALL, trigger.all(), counts.spans()));
            List<FiringBreakdown> breakdowns = trigger.plan().breakdowns();
            for (int i = 0; i < breakdowns.size(); i++) {
                for (String value : trigger.values(i)) {
                    rows.add(new Row(rules, breakdowns.get(i).name(), value, trigger.of(i, value), counts.spans()));
                }
            }
        }
        return new TableContent<>(TABLE, rows);
    }

    private static List<Column<Row>> groups() {
        return List.of(
                text("trigger", "The trigger's name.", row -> row.trigger().name()),
                text(
                        "action",
                        "What is to be done, in the map's words.",
                        row -> row.trigger().action()),
                text(
                        "breakdown",
                        "By what firings are told apart: all (not at all), entry_channel (the channel of the first"
                                + " touchpoint of the journey they start in), or a breakdown of the trigger.",
                        Row::breakdown),
                text(
                        "breakdown_value",
                        "Its value: of a breakdown of the trigger that of the touchpoint that starts the firing; (none)"
                                + " where missing; all where breakdown is all.",
                        Row::value),
                count("firing_count", "How many firings.", FiringTally::firings),
                count("customer_count", "How many customers have one.", FiringTally::customers),
                count(
                        "cancelled_count",
                        "How many were cancelled.",
                        tally -> tally.cancelledConverted().trials()),
                count(
                        "due_count",
                        "How many are due.",
                        tally -> tally.dueConverted().trials()),
                count("pending_count", "How many are pending.", FiringTally::pending),
                count("due_customer_count", "How many customers have one that is due.", FiringTally::dueCustomers),
                real(
                        "value",
                        "The sum of the values of the touchpoints that started them, in the log's own unit; null where"
                                + " none has a value.",
                        row -> row.tally().value().value().orElse(null)),
                real(
                        "due_value",
                        "The same of those that are due.",
                        row -> row.tally().dueValue().value().orElse(null)));
    }

    private static List<Column<Row>> cancelling() {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(count(
                "mature_count",
                "How many firings have a deadline that is over at as_of: all that are due, and the cancelled ones whose"
                        + " time would be over.",
                tally -> tally.matureCancelled().trials()));
        columns.addAll(rate(
                "cancelled_rate",
                "The part of mature_count that was cancelled. Firings with time left do not count on either side, for"
                        + " those of them that are cancelled show early.",
                FiringTally::matureCancelled));
        columns.addAll(seconds(
                "seconds_to_cancel", "from the start to the touchpoint that cancelled it", FiringTally::toCancel));
        columns.add(count(
                "cancelled_converted_count",
                "How many cancelled firings converted: the cancelling touchpoint or a later one converts, up to as_of.",
                tally -> tally.cancelledConverted().successes()));
        columns.addAll(rate(
                "cancelled_conversion_rate",
                "cancelled_converted_count / cancelled_count.",
                FiringTally::cancelledConverted));
        columns.addAll(seconds(
                "cancelled_seconds_to_conversion",
                "from the start to that conversion, where it was cancelled",
                FiringTally::cancelledToConversion));
        return columns;
    }

    private static List<Column<Row>> becomingDue() {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(count(
                "due_converted_count",
                "How many due firings converted: a touchpoint after the deadline converts, up to as_of.",
                tally -> tally.dueConverted().successes()));
        columns.addAll(rate("due_conversion_rate", "due_converted_count / due_count.", FiringTally::dueConverted));
        columns.addAll(seconds(
                "due_seconds_to_conversion", "from the deadline to that conversion", FiringTally::dueToConversion));
        columns.add(text(
                "interval_basis",
                "What the intervals are worked out on: firings, their number reduced to the effective one because"
                        + " firings of one customer resemble each other.",
                row -> "wilson_clustered_by_customer"));
        return columns;
    }

    private static Column<Row> count(String name, String comment, ToLongFunction<FiringTally> count) {
        return whole(name, comment, row -> count.applyAsLong(row.tally()));
    }

    private static List<Column<Row>> rate(
            String name, String comment, Function<FiringTally, ClusteredProportion> rate) {
        return List.of(
                real(name, comment, row -> rate.apply(row.tally()).rate().orElse(null)),
                real(
                        name + "_low",
                        "The lower end of its 95 % interval.",
                        row -> rate.apply(row.tally())
                                .interval()
                                .map(Interval::low)
                                .orElse(null)),
                real(
                        name + "_high",
                        "The upper end of its 95 % interval.",
                        row -> rate.apply(row.tally())
                                .interval()
                                .map(Interval::high)
                                .orElse(null)));
    }

    private static List<Column<Row>> seconds(String name, String span, ToIntFunction<FiringTally> account) {
        return List.of(
                real(
                        name + "_p50",
                        "The median time " + span + ", in seconds; null where there is none.",
                        row -> percentile(row, account, 0.5)),
                real(
                        name + "_p90",
                        "The time that nine in ten do not exceed; null likewise.",
                        row -> percentile(row, account, 0.9)));
    }

    private static Double percentile(Row row, ToIntFunction<FiringTally> account, double p) {
        return row.durations(account.applyAsInt(row.tally())).percentile(p).orElse(null);
    }
}
