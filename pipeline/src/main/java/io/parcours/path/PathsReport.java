package io.parcours.path;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Utf8Order;
import java.util.Comparator;
import java.util.List;

/** The table {@code paths}: the most frequent path first, then by the names of its stages. */
final class PathsReport {
    static final String INTERVAL_BASIS = "wilson_clustered_by_customer";

    static final ReportTable<Row> TABLE = new ReportTable<>(
            "paths",
            "a stage path that journeys took",
            List.of(
                    Column.texts(
                            "path",
                            "The stages in order; touchpoints without a stage left out, repeats of a neighbour"
                                    + " collapsed. Empty: the journeys that touched no stage.",
                            Row::path),
                    Column.whole("journey_count", "How many journeys took exactly this path.", Row::journeys),
                    Column.real("share", "journey_count as a part of all journeys.", Row::share),
                    Column.whole("converted_count", "How many of them converted, open ones included.", Row::converted),
                    Column.real("conversion_rate", "converted_count / journey_count.", Row::rate),
                    Column.real("conversion_rate_low", "The lower end of the 95 % interval.", Row::low),
                    Column.real("conversion_rate_high", "The upper end of the 95 % interval.", Row::high),
                    Column.text(
                            "interval_basis",
                            "What the interval is worked out on: journeys, their number reduced to the effective one"
                                    + " because journeys of one customer resemble each other.",
                            row -> INTERVAL_BASIS)));

    private static final Comparator<Row> ORDER =
            Comparator.comparingLong(Row::journeys).reversed().thenComparing(Row::path, PathsReport::comparePaths);

    private PathsReport() {}

    /** A path. */
    record Row(List<String> path, long journeys, double share, long converted, double rate, double low, double high) {}

    static TableContent<Row> of(PathCounts counts, List<String> stages) {
        long journeys = counts.tallies().values().stream()
                .mapToLong(tally -> tally.conversions().trials())
                .sum();
        List<Row> rows = counts.tallies().entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue().conversions(), journeys, stages))
                .sorted(ORDER)
                .toList();
        return new TableContent<>(TABLE, rows);
    }

    private static Row row(String path, ClusteredProportion conversions, long journeys, List<String> stages) {
        Interval interval = conversions.interval().orElseThrow();
        return new Row(
                path.chars().mapToObj(stages::get).toList(),
                conversions.trials(),
                (double) conversions.trials() / journeys,
                conversions.successes(),
                conversions.rate().orElseThrow(),
                interval.low(),
                interval.high());
    }

    private static int comparePaths(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Utf8Order.COMPARATOR.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
