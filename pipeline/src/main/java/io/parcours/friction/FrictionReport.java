package io.parcours.friction;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.stats.Interval;
import io.parcours.stats.StratifiedMeans;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table {@code friction}: by kind, falling customers, place, via, stages. */
final class FrictionReport {
    static final String INTERVAL_BASIS = "one_per_customer";

    static final ReportTable<FrictionRow> TABLE = new ReportTable<>(
            "friction", "a kind of friction at a place, and what became of journeys with it and without", columns());

    private FrictionReport() {}

    static TableContent<FrictionRow> of(FrictionCounts counts) {
        return new TableContent<>(TABLE, FrictionRows.of(counts));
    }

    private static List<Column<FrictionRow>> columns() {
        List<Column<FrictionRow>> columns = new ArrayList<>(names());
        columns.addAll(counts());
        columns.addAll(outcome("conversion", "journeys that converted afterwards", FrictionRow::conversion));
        columns.add(real(
                "drop_off_rate_with",
                "1 - conversion_rate_with: only journeys that are over are compared. Its interval is that of the"
                        + " conversion rate, turned round.",
                row -> row.conversion().with().opposite().value()));
        columns.add(real(
                "drop_off_rate_without",
                "1 - conversion_rate_without, likewise.",
                row -> row.conversion().without().opposite().value()));
        columns.addAll(loss());
        columns.addAll(outcome(
                "churn",
                "customers who as of as_of were without activity for longer than churn's inactive_after, among journeys"
                        + " that ended longer ago than that",
                FrictionRow::churn));
        columns.addAll(satisfaction());
        columns.add(text(
                "interval_basis",
                "What intervals and tests rest on: each customer counts once, with the first journey that came to the"
                        + " place; where he counts in several classes of length both are widened for it.",
                row -> INTERVAL_BASIS));
        return columns;
    }

    private static List<Column<FrictionRow>> names() {
        return List.of(
                text(
                        "kind",
                        "immediate_repeat, loop, burst, contact_again_same_channel, contact_again_other_channel,"
                                + " move_back or stall.",
                        FrictionRow::kindLabel),
                text(
                        "place",
                        "The event where it happens: that came again, that the loop or the move back leads to, of the"
                                + " burst, of the later contact, or after which the customer waited.",
                        FrictionRow::place),
                text(
                        "via",
                        "The event between the two of a loop, or with which a stall ended; null for other kinds.",
                        FrictionRow::via),
                text("from_stage", "The stage a move back leaves; null for other kinds.", FrictionRow::fromStage),
                text("to_stage", "The earlier stage it leads to; null for other kinds.", FrictionRow::toStage),
                real(
                        "threshold_seconds",
                        "A longer gap is a stall: stall_after, or ten times the median gap from place to via; null for"
                                + " other kinds.",
                        FrictionRow::thresholdSeconds));
    }

    private static List<Column<FrictionRow>> counts() {
        return List.of(
                whole("occurrence_count", "How often it happened.", FrictionRow::occurrences),
                whole("journey_count", "In how many journeys, open ones included.", FrictionRow::journeys),
                whole("customer_count", "To how many customers.", FrictionRow::customers),
                real(
                        "customer_share",
                        "customer_count as a part of all customers with a touchpoint of the place.",
                        row -> (double) row.customers() / row.customersAtPlace()));
    }

    private static List<Column<FrictionRow>> outcome(
            String name, String meaning, Function<FrictionRow, Compared> outcome) {
        List<Column<FrictionRow>> columns = new ArrayList<>();
        columns.add(whole(
                name + "_with_count",
                "Customers compared from the friction on, in classes of length that also have some without it.",
                row -> outcome.apply(row).withCount()));
        columns.add(whole(
                name + "_without_count",
                "Customers compared from the place on who had not met the friction there by then, in the same classes.",
                row -> outcome.apply(row).withoutCount()));
        String with = name + "_rate_with";
        columns.addAll(rate(
                with,
                "Of the former, the part of " + meaning + ".",
                row -> outcome.apply(row).with()));
        String without = name + "_rate_without";
        columns.addAll(rate(
                without,
                "Of the latter, weighted to the classes of length of the former.",
                row -> outcome.apply(row).without()));
        columns.add(real(
                name + "_odds_ratio",
                "The odds with the friction over those without, pooled over classes of length (Mantel-Haenszel); null"
                        + " where not tested, or infinite.",
                row -> outcome.apply(row).oddsRatio()));
        columns.addAll(ends(name + "_odds_ratio", row -> outcome.apply(row).oddsRatioInterval()));
        columns.add(real(
                name + "_p",
                "How likely so large a difference would be without any effect of the friction; null where not tested.",
                row -> outcome.apply(row).pValue()));
        columns.add(real(
                name + "_q",
                "The same as a false discovery rate among all tested rows of the table (Benjamini-Hochberg); below 0.05"
                        + " is a finding.",
                row -> outcome.apply(row).qValue()));
        columns.add(text(
                name + "_test",
                "fisher_exact, exact_stratified or cmh_chi_square; nothing_to_compare where no class of length has both,"
                        + " too_few below 10 with or without it or 5 of either outcome.",
                row -> outcome.apply(row).test()));
        return columns;
    }

    private static List<Column<FrictionRow>> rate(
            String name, String comment, Function<FrictionRow, Compared.RateOf> rate) {
        return List.of(
                real(
                        name,
                        comment + " Null where there are none.",
                        row -> rate.apply(row).value()),
                real(
                        name + "_low",
                        "Lower end of the 95 % interval.",
                        row -> rate.apply(row).low()),
                real(
                        name + "_high",
                        "Upper end of the 95 % interval.",
                        row -> rate.apply(row).high()));
    }

    private static List<Column<FrictionRow>> ends(String name, Function<FrictionRow, Interval> interval) {
        return List.of(
                real(
                        name + "_low",
                        "Lower end of the 95 % interval; null where there is none.",
                        row -> interval.apply(row) == null
                                ? null
                                : interval.apply(row).low()),
                real(
                        name + "_high",
                        "Upper end of the same; null with it.",
                        row -> interval.apply(row) == null
                                ? null
                                : interval.apply(row).high()));
    }

    private static List<Column<FrictionRow>> loss() {
        return List.of(
                real(
                        "lost_count",
                        "conversion_with_count x (conversion_rate_without - conversion_rate_with): conversions missing"
                                + " among the compared; below 0 where there are more. Null where nothing can be compared.",
                        row -> row.loss().count()),
                real(
                        "lost_count_low",
                        "Lower end of its 95 % interval (Newcombe).",
                        row -> row.loss().low()),
                real(
                        "lost_count_high",
                        "Upper end of the same.",
                        row -> row.loss().high()),
                real(
                        "value_per_conversion",
                        "Mean value of the first converting touchpoint of a journey, over journeys where it has one;"
                                + " null where none has.",
                        row -> row.loss().perConversion()),
                real(
                        "value_at_stake",
                        "lost_count x value_per_conversion, in the log's own unit; null with either.",
                        row -> row.loss().value()),
                real(
                        "value_at_stake_low",
                        "lost_count_low x value_per_conversion.",
                        row -> row.loss().valueLow()),
                real(
                        "value_at_stake_high",
                        "lost_count_high x value_per_conversion.",
                        row -> row.loss().valueHigh()));
    }

    private static List<Column<FrictionRow>> satisfaction() {
        List<Column<FrictionRow>> columns = new ArrayList<>();
        columns.add(whole(
                "satisfaction_with_count",
                "Customers compared from the friction on whose journey has answers after it.",
                row -> row.satisfaction().withCount()));
        columns.add(whole(
                "satisfaction_without_count",
                "Answers' means compared from the place on without the friction; a customer has one for each class of"
                        + " length in which he came there.",
                row -> row.satisfaction().withoutCount()));
        columns.addAll(estimate(
                "satisfaction_with",
                "The mean of their satisfaction, 0 to 1: each customer counts once, with the mean of his answers after"
                        + " it; null without answers on both sides.",
                row -> row.satisfaction().with()));
        columns.addAll(estimate(
                "satisfaction_without",
                "Likewise without it, weighted to the classes of length of those with it.",
                row -> row.satisfaction().without()));
        columns.addAll(estimate(
                "satisfaction_difference",
                "satisfaction_with - satisfaction_without.",
                row -> row.satisfaction().difference()));
        return columns;
    }

    private static List<Column<FrictionRow>> estimate(
            String name, String comment, Function<FrictionRow, StratifiedMeans.Estimate> estimate) {
        List<Column<FrictionRow>> columns = new ArrayList<>();
        columns.add(real(
                name,
                comment,
                row -> estimate.apply(row) == null ? null : estimate.apply(row).value()));
        columns.addAll(ends(
                name,
                row -> estimate.apply(row) == null
                        ? null
                        : estimate.apply(row).interval().orElse(null)));
        return columns;
    }
}
