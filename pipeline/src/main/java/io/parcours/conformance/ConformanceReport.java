package io.parcours.conformance;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.texts;
import static io.parcours.table.Column.whole;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table {@code conformance}: rows by breakdown and value, then (any), (none), (not entered) and the kinds of deviation,
 * each at any stage and at each stage in order.
 */
final class ConformanceReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "conformance",
            "what journeys are beside the expected one: that they follow it, or a kind of deviation at a stage",
            Stream.of(names(), counts(), outcomes()).flatMap(List::stream).toList());

    private ConformanceReport() {}

    /** A finding with the journeys of one group. */
    record Row(JourneyGroup group, Finding finding, FindingTally tally) {

        long journeys() {
            return tally.found().successes();
        }

        /** In the words of its columns, for what was counted has none of its own. */
        @Override
        public String toString() {
            return TABLE.columns().stream()
                    .map(column -> column.name() + "=" + column.value().apply(this))
                    .collect(Collectors.joining(", "));
        }
    }

    static TableContent<Row> of(ConformanceCounts counts) {
        List<Finding> findings = counts.findings();
        List<Row> rows = new ArrayList<>();
        for (JourneyGroup group : JourneyGroup.of(counts)) {
            for (int i = 0; i < findings.size(); i++) {
                Finding finding = findings.get(i);
                group.tally().findingIfPossible(i).ifPresent(tally -> rows.add(new Row(group, finding, tally)));
            }
        }
        return new TableContent<>(TABLE, rows);
    }

    private static List<Column<Row>> names() {
        return List.of(
                text(
                        "breakdown",
                        "all, or a breakdown of the expected journey.",
                        row -> row.group().breakdown()),
                text(
                        "breakdown_value",
                        "Its value on the journey's first touchpoint; (none) where missing; all where breakdown is all.",
                        row -> row.group().value()),
                text(
                        "deviation",
                        "skipped, repeated, moved_back, too_slow or not_expected; (any): at least one of them; (none):"
                                + " the journey follows the expected one; (not entered): it has no expected stage and"
                                + " counts in no other row.",
                        row -> row.finding().label()),
                text(
                        "stage",
                        "The stage that was skipped, repeated, moved back to, left too slowly or not expected; null: at"
                                + " any stage.",
                        row -> row.finding().stage()));
    }

    private static List<Column<Row>> counts() {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(whole("journey_count", "How many journeys are so.", Row::journeys));
        columns.add(whole(
                "eligible_count",
                "With how many journeys it was possible: skipped and moved_back: those that came to a later expected"
                        + " stage; repeated: to this one; too_slow: to this one, and the time allowed is over at as_of;"
                        + " not_expected, (any), (none): all with an expected stage; (not entered): all. At any stage:"
                        + " those with which it was possible at one. A row is written where there is one.",
                row -> row.tally().found().trials()));
        columns.addAll(rate(
                "journey_share",
                "journey_count / eligible_count; of (none): the part of journeys that follow.",
                row -> row.tally().found()));
        columns.add(whole(
                "customer_count",
                "How many customers have such a journey.",
                row -> row.tally().converted().clusters()));
        columns.add(whole(
                "complete_count",
                "How many of journey_count came to the last expected stage.",
                row -> row.tally().complete()));
        columns.add(whole(
                "stopped_count",
                "How many did not and are over. To stop early is no deviation of its own.",
                row -> row.tally().stopped()));
        columns.add(whole(
                "in_progress_count",
                "How many did not and may still go on.",
                row -> row.journeys() - row.tally().complete() - row.tally().stopped()));
        return columns;
    }

    private static List<Column<Row>> outcomes() {
        List<Column<Row>> columns = new ArrayList<>();
        columns.add(whole(
                "converted_count",
                "How many of journey_count converted.",
                row -> row.tally().converted().successes()));
        columns.addAll(rate(
                "conversion_rate",
                "converted_count / journey_count.",
                row -> row.tally().converted()));
        columns.add(whole(
                "satisfaction_count",
                "How many surveys were answered in them.",
                row -> row.tally().answers().count()));
        columns.add(real(
                "satisfaction_mean",
                "The mean of those scores as parts of their scales, 0 worst, 1 best; null where there are none.",
                row -> row.tally().answers().mean().orElse(null)));
        columns.add(real(
                "satisfaction_low",
                "The lower end of its 95 % interval.",
                row -> row.tally()
                        .answers()
                        .intervalWithin(0, 1)
                        .map(Interval::low)
                        .orElse(null)));
        columns.add(real(
                "satisfaction_high",
                "The upper end of its 95 % interval.",
                row -> row.tally()
                        .answers()
                        .intervalWithin(0, 1)
                        .map(Interval::high)
                        .orElse(null)));
        columns.add(texts(
                "examples",
                "Up to five of them: customer_id, a slash, journey_number. Always the same: those with the smallest hash"
                        + " of the id.",
                row -> row.tally().examples().texts()));
        columns.add(text(
                "interval_basis",
                "What the intervals of rates are worked out on: journeys, their number reduced to the effective one"
                        + " because journeys of one customer resemble each other.",
                row -> "wilson_clustered_by_customer"));
        return columns;
    }

    private static List<Column<Row>> rate(String name, String comment, Function<Row, ClusteredProportion> rate) {
        return List.of(
                real(name, comment, row -> rate.apply(row).rate().orElse(null)),
                real(
                        name + "_low",
                        "The lower end of its 95 % interval.",
                        row -> rate.apply(row).interval().map(Interval::low).orElse(null)),
                real(
                        name + "_high",
                        "The upper end of its 95 % interval.",
                        row -> rate.apply(row).interval().map(Interval::high).orElse(null)));
    }
}
