package io.parcours.attribution;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Durations;
import io.parcours.stats.Interval;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The table {@code conversion_paths}: the paths with the most conversions first. */
final class ConversionPathsReport {
    /** So many paths of a kind of name are listed. */
    static final int MOST_LISTED = 1_000;

    static final ReportTable<Row> TABLE = new ReportTable<>(
            "conversion_paths",
            "a way to a conversion, or not to one, as the names of its touches",
            List.of(
                    Column.text("by", "What the names are: channel, event, or a dimension.", Row::by),
                    Column.texts(
                            "path",
                            "The names of the touches in order, after the map's transform. Empty: conversions without a"
                                    + " touch in the lookback. (other) alone, without a length: all paths beyond the 1,000"
                                    + " listed.",
                            Row::path),
                    Column.whole("length", "How many names the path has; null for (other).", Row::length),
                    Column.whole("conversion_count", "Conversions at the end of this path.", Row::conversions),
                    Column.whole(
                            "non_conversion_count",
                            "Customers without any conversion whose touches before the last one make this path.",
                            Row::others),
                    Column.real(
                            "conversion_rate",
                            "conversion_count / (conversion_count + non_conversion_count); null for the empty path, which"
                                    + " is known from conversions alone.",
                            Row::rate),
                    Column.real(
                            "conversion_rate_low",
                            "The lower end of its 95 % interval, Wilson's on the effective number because paths of one"
                                    + " customer resemble each other; null for (other), too.",
                            Row::low),
                    Column.real("conversion_rate_high", "The upper end of that interval.", Row::high),
                    Column.real("value", "The value of the conversions.", Row::value),
                    Column.real(
                            "value_mean",
                            "value / conversion_count; null without a conversion.",
                            row -> row.conversions() == 0 || row.value() == null
                                    ? null
                                    : row.value() / row.conversions()),
                    Column.real(
                            "seconds_to_conversion_p50",
                            "The median time from the path's first touch to the conversion; null without a conversion and"
                                    + " for the empty path.",
                            Row::median),
                    Column.real("seconds_to_conversion_p90", "The 90th percentile of it.", Row::ninetieth)));

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::isOther)
            .thenComparing(Comparator.comparingLong(Row::conversions).reversed())
            .thenComparing(Comparator.comparingLong(Row::others).reversed())
            .thenComparing(Row::path, ConversionPathsReport::comparePaths);

    private ConversionPathsReport() {}

    /** A path. */
    record Row(
            String by,
            List<String> path,
            Long length,
            long conversions,
            long others,
            Double rate,
            Double low,
            Double high,
            Double value,
            Double median,
            Double ninetieth) {

        boolean isOther() {
            return length == null;
        }
    }

    static List<Row> rows(LevelCounts level) {
        PathTable paths = level.paths();
        int[] order = listed(level);
        PathTallies shown = new PathTallies();
        int[] mapped = new int[paths.size()];
        int others = shown.open();
        for (int path : order) {
            mapped[path] = shown.open();
        }
        shown.merge(paths.tallies(), mapped);
        List<Row> rows = new ArrayList<>();
        for (int path : order) {
            rows.add(row(level, names(level, path), shown, mapped[path]));
        }
        if (shown.conversions(others).trials() > 0) {
            rows.add(row(level, null, shown, others));
        }
        rows.sort(ORDER);
        return rows;
    }

    /** The paths to list, without those that are not told apart. */
    private static int[] listed(LevelCounts level) {
        PathTable paths = level.paths();
        record Candidate(int number, long conversions, long trials, List<String> names) {}
        List<Candidate> candidates = new ArrayList<>();
        for (int path = PathTable.EMPTY; path < paths.size(); path++) {
            ClusteredProportion counted = paths.tallies().conversions(path);
            if (counted.trials() > 0) {
                candidates.add(new Candidate(path, counted.successes(), counted.trials(), names(level, path)));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingLong(Candidate::conversions)
                        .thenComparingLong(Candidate::trials)
                        .reversed()
                        .thenComparing(Candidate::names, ConversionPathsReport::comparePaths))
                .limit(MOST_LISTED)
                .mapToInt(Candidate::number)
                .toArray();
    }

    private static List<String> names(LevelCounts level, int path) {
        return Arrays.stream(level.paths().names(path))
                .mapToObj(level.names()::name)
                .toList();
    }

    private static Row row(LevelCounts level, List<String> names, PathTallies tallies, int path) {
        ClusteredProportion counted = tallies.conversions(path);
        boolean isOther = names == null;
        boolean isEmpty = !isOther && names.isEmpty();
        Interval interval = isOther || isEmpty ? null : counted.interval().orElseThrow();
        Durations spans = isEmpty ? null : tallies.spans(path);
        return new Row(
                level.by(),
                isOther ? List.of(TouchNames.OTHER) : names,
                isOther ? null : (long) names.size(),
                counted.successes(),
                counted.trials() - counted.successes(),
                isEmpty ? null : counted.rate().orElseThrow(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                level.hasValues() ? tallies.value(path) : null,
                spans == null ? null : spans.percentile(0.5).orElse(null),
                spans == null ? null : spans.percentile(0.9).orElse(null));
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
