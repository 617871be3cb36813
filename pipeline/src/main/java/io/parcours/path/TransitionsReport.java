package io.parcours.path;

import io.parcours.stats.Durations;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The table {@code transitions}: rows by level (event, stage, channel), the most frequent first, then from and to. */
final class TransitionsReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "transitions",
            "an ordered pair of neighbouring touchpoints' labels, at one level",
            List.of(
                    Column.text("level", "What the names are: event, stage or channel.", Row::level),
                    Column.text(
                            "from_name",
                            "The first of the two; (start) before a journey's first touchpoint, (none) where missing.",
                            Row::from),
                    Column.text(
                            "to_name",
                            "The second; (end) after a journey's last touchpoint, (open) where the journey may still go"
                                    + " on, (none) where missing.",
                            Row::to),
                    Column.whole("transition_count", "How often the pair occurs.", Row::transitions),
                    Column.whole("customer_count", "How many customers have it.", Row::customers),
                    Column.real(
                            "share_of_from",
                            "transition_count as a part of all transitions out of from_name at this level.",
                            Row::share),
                    Column.real(
                            "seconds_p50",
                            "The median time from the first to the second; null from (start), to (end) and to (open).",
                            Row::secondsMedian),
                    Column.real(
                            "seconds_p90",
                            "The time that nine in ten pairs do not exceed; null likewise.",
                            Row::secondsNinetieth)));

    private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::transitions)
            .reversed()
            .thenComparing(Row::from, Utf8Order.COMPARATOR)
            .thenComparing(Row::to, Utf8Order.COMPARATOR);

    private TransitionsReport() {}

    /** A pair at one level. */
    record Row(
            String level,
            String from,
            String to,
            long transitions,
            long customers,
            double share,
            Double secondsMedian,
            Double secondsNinetieth) {}

    static TableContent<Row> of(TransitionCounts counts) {
        long[] outOf = new long[counts.labels()];
        for (int cell = 0; cell < counts.cells(); cell++) {
            outOf[counts.from(cell)] += counts.transitions(cell);
        }
        List<Row> rows = new ArrayList<>();
        for (TransitionLevel level : TransitionLevel.values()) {
            // Percentiles of long logs are the work of a report, and rows do not depend on each other.
            IntStream.range(0, counts.cells())
                    .parallel()
                    .filter(cell -> counts.level(cell) == level)
                    .mapToObj(cell -> row(counts, cell, outOf[counts.from(cell)]))
                    .sorted(ORDER)
                    .forEachOrdered(rows::add);
        }
        return new TableContent<>(TABLE, rows);
    }

    private static Row row(TransitionCounts counts, int cell, long outOf) {
        Durations durations = counts.durations(cell);
        return new Row(
                counts.level(cell).label(),
                counts.name(counts.from(cell)),
                counts.name(counts.to(cell)),
                counts.transitions(cell),
                counts.customers(cell),
                (double) counts.transitions(cell) / outOf,
                durations.percentile(0.5).orElse(null),
                durations.percentile(0.9).orElse(null));
    }
}
