package io.parcours.conformance;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.stats.Durations;
import io.parcours.stats.Interval;
import io.parcours.stats.KaplanMeier;
import io.parcours.stats.SpanLedger;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code stage_times}: rows by breakdown and value, then the expected stages in order. */
final class StageTimesReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "stage_times",
            "an expected stage, and how long journeys stay in it",
            Stream.of(names(), times(), limits()).flatMap(List::stream).toList());

    private static final double MICROS_PER_SECOND = 1e6;

    private StageTimesReport() {}

    /** An expected stage with the journeys of one group. */
    record Row(JourneyGroup group, ExpectedStages stages, int position, SpanLedger spans) {

        StageTally tally() {
            return group.tally().stage(position);
        }

        /** A count that means something only where a later stage is expected. */
        Long unlessLast(long count) {
            return stages.isLast(position) ? null : (Long) count;
        }

        /** A count that means something only where the time is limited. */
        Long ifLimited(long count) {
            return stages.isLimited(position) ? (Long) count : null;
        }

        Durations leaving() {
            return spans.durations(tally().leaving());
        }

        Durations staying() {
            return spans.durations(tally().staying());
        }

        Durations waiting() {
            return spans.durations(tally().waiting());
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
        ExpectedStages stages = counts.plan().stages();
        List<Row> rows = new ArrayList<>();
        for (JourneyGroup group : JourneyGroup.of(counts)) {
            for (int position = 0; position < stages.count(); position++) {
                rows.add(new Row(group, stages, position, counts.spans()));
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
                whole("stage_number", "1 for the first expected stage.", row -> row.position() + 1L),
                text("stage", "The stage.", row -> row.stages().name(row.position())),
                whole(
                        "journey_count",
                        "How many journeys came to it.",
                        row -> row.tally().journeys()),
                whole(
                        "left_count",
                        "How many of them came to a later expected stage after their first touchpoint of this one; null"
                                + " for the last stage, like all that follows from it.",
                        row -> row.unlessLast(row.tally().left())),
                whole(
                        "stopped_count",
                        "How many did not and are over.",
                        row -> row.unlessLast(row.tally().stopped())),
                whole(
                        "in_progress_count",
                        "How many did not and may still go on.",
                        row -> row.unlessLast(row.tally().journeys()
                                - row.tally().left()
                                - row.tally().stopped())));
    }

    private static List<Column<Row>> times() {
        return List.of(
                real(
                        "seconds_p50",
                        "The median time in the stage, in seconds, of those that went on: from the journey's first"
                                + " touchpoint of it to the next of a later expected stage.",
                        row -> row.leaving().percentile(0.5).orElse(null)),
                real(
                        "seconds_p90",
                        "The time that nine in ten of them do not exceed.",
                        row -> row.leaving().percentile(0.9).orElse(null)),
                real(
                        "seconds_p99",
                        "The time that 99 in 100 of them do not exceed.",
                        row -> row.leaving().percentile(0.99).orElse(null)),
                real(
                        "seconds_mean",
                        "The mean of these times.",
                        row -> row.leaving().mean().orElse(null)),
                real(
                        "seconds_km_p50",
                        "The time by which half of all that came have gone on, by Kaplan and Meier: those that did not"
                                + " go on count for as long as they were watched, up to as_of; null where less than half"
                                + " have.",
                        row -> KaplanMeier.median(row.leaving(), row.staying()).orElse(null)),
                whole(
                        "waiting_count",
                        "How many journeys had an earlier expected stage before they came to it.",
                        row -> row.waiting().count()),
                real(
                        "waiting_seconds_p50",
                        "The median time they waited for it: from their latest touchpoint of an earlier expected stage"
                                + " to their first of this one.",
                        row -> row.waiting().percentile(0.5).orElse(null)),
                real(
                        "waiting_seconds_p90",
                        "The time that nine in ten of them did not wait longer than.",
                        row -> row.waiting().percentile(0.9).orElse(null)));
    }

    private static List<Column<Row>> limits() {
        return List.of(
                real(
                        "allowed_seconds",
                        "The time allowed in it; null where there is no limit, like all that follows.",
                        row -> row.stages().isLimited(row.position())
                                ? (Double) (row.stages().allowed(row.position()) / MICROS_PER_SECOND)
                                : null),
                whole(
                        "within_count",
                        "How many went on within the time allowed, ends included.",
                        row -> row.ifLimited(row.tally().within())),
                whole(
                        "late_count",
                        "How many did not, and the time is over at as_of, whether they went on later or not.",
                        row -> row.ifLimited(row.tally().late().successes())),
                whole(
                        "undecided_count",
                        "How many did not yet, and have time left.",
                        row -> row.ifLimited(row.tally().undecided())),
                whole(
                        "mature_count",
                        "How many came so early that the time allowed is over at as_of, however soon they went on.",
                        row -> row.ifLimited(row.tally().late().trials())),
                real(
                        "late_rate",
                        "late_count / mature_count. Journeys with time left do not count on either side, for those of"
                                + " them that went on show early.",
                        row -> row.tally().late().rate().orElse(null)),
                real(
                        "late_rate_low",
                        "The lower end of its 95 % interval.",
                        row -> row.tally().late().interval().map(Interval::low).orElse(null)),
                real(
                        "late_rate_high",
                        "The upper end of its 95 % interval.",
                        row -> row.tally().late().interval().map(Interval::high).orElse(null)),
                text(
                        "interval_basis",
                        "What the interval is worked out on: journeys, their number reduced to the effective one because"
                                + " journeys of one customer resemble each other.",
                        row -> "wilson_clustered_by_customer"));
    }
}
