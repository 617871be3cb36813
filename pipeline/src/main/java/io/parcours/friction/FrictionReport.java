package io.parcours.friction;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

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
        columns.addAll(
                ComparedColumns.outcome("conversion", "journeys that converted afterwards", FrictionRow::conversion));
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
        columns.addAll(ComparedColumns.outcome(
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
        columns.addAll(ComparedColumns.estimate(
                "satisfaction_with",
                "The mean of their satisfaction, 0 to 1: each customer counts once, with the mean of his answers after"
                        + " it; null without answers on both sides.",
                row -> row.satisfaction().with()));
        columns.addAll(ComparedColumns.estimate(
                "satisfaction_without",
                "Likewise without it, weighted to the classes of length of those with it.",
                row -> row.satisfaction().without()));
        columns.addAll(ComparedColumns.estimate(
                "satisfaction_difference",
                "satisfaction_with - satisfaction_without.",
                row -> row.satisfaction().difference()));
        return columns;
    }
}
