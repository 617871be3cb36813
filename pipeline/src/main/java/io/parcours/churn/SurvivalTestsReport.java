package io.parcours.churn;

import io.parcours.journey.TouchpointColumn;
import io.parcours.stats.ChiSquare;
import io.parcours.stats.FalseDiscoveryRate;
import io.parcours.stats.LogRank;
import io.parcours.stats.ObservedDays;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code survival_tests}: rows by curve, column of churn.breakdown, then all groups at once and each by value. */
final class SurvivalTestsReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "survival_tests",
            "a log-rank test: a group of a curve against all others, or all groups at once",
            List.of(
                    Column.text("curve", "The curve, as survival names it.", Row::curve),
                    Column.text(
                            "breakdown", "The column of churn.breakdown whose values are compared.", Row::breakdown),
                    Column.text(
                            "group",
                            "all: the test of all groups at once; column=value, as in survival: this group against all"
                                    + " others together.",
                            Row::group),
                    Column.wholeInEveryRow("customer_count", "The customers on the curve.", Row::customers),
                    Column.wholeInEveryRow("observed", "How many of them had the event.", Row::observed),
                    Column.realOrNaN(
                            "expected",
                            "How many would have had it if all groups had one curve; on the row all, as many as had it.",
                            Row::expected),
                    Column.real(
                            "chi_square",
                            "The log-rank statistic; null where no event could have fallen on either side, where fewer"
                                    + " than two groups were at risk, and for more than 1,000 groups at once.",
                            row -> row.test() == null ? null : row.test().statistic()),
                    Column.whole(
                            "degrees_of_freedom",
                            "1 for a group; for all, one less than the groups at risk on a day with events; null with"
                                    + " chi_square.",
                            row -> row.test() == null ? null : (long) row.test().degrees()),
                    Column.real(
                            "p_value",
                            "How likely a statistic at least as large would be if all groups had one curve; null with"
                                    + " chi_square.",
                            Row::pValue),
                    Column.real(
                            "q_value",
                            "The same corrected for the number of groups of the curve and the column (Benjamini and"
                                    + " Hochberg): among the groups with a q_value up to 0.05, at most 5 % are expected"
                                    + " to be chance; null on the row all, and with chi_square.",
                            Row::qValue)));

    private SurvivalTestsReport() {}

    /** A test; its figures and values are null where there is none. */
    record Row(
            String curve,
            String breakdown,
            String group,
            long customers,
            long observed,
            double expected,
            ChiSquare test,
            Double pValue,
            Double qValue) {}

    static List<Row> rows(CurveCounts counts) {
        List<Row> rows = new ArrayList<>();
        List<TouchpointColumn> columns = counts.plan().columns();
        counts.curves().forEach((curve, groups) -> {
            for (int column = 0; column < columns.size(); column++) {
                Map<String, ObservedDays> byValue = groups.of(column);
                if (!byValue.isEmpty()) {
                    add(curve.label(), columns.get(column).name(), groups.all(), byValue, rows);
                }
            }
        });
        return rows;
    }

    private static void add(
            String curve, String column, ObservedDays all, Map<String, ObservedDays> byValue, List<Row> rows) {
        LogRank logRank = new LogRank(List.copyOf(byValue.values()));
        rows.add(row(curve, column, Labels.ALL, all, all.events(), logRank.ofAll(), null));
        List<Optional<ChiSquare>> tests = new ArrayList<>();
        for (int group = 0; group < byValue.size(); group++) {
            tests.add(logRank.ofGroup(group));
        }
        double[] qValues = FalseDiscoveryRate.of(tests.stream()
                .flatMap(Optional::stream)
                .mapToDouble(ChiSquare::pValue)
                .toArray());
        int group = 0;
        int tested = 0;
        for (Map.Entry<String, ObservedDays> entry : byValue.entrySet()) {
            Optional<ChiSquare> test = tests.get(group);
            Double qValue = test.isPresent() ? (Double) qValues[tested++] : null;
            String name = CurveQuestion.groupName(column, entry.getKey());
            rows.add(row(curve, column, name, entry.getValue(), logRank.expected(group++), test, qValue));
        }
    }

    private static Row row(
            String curve,
            String column,
            String group,
            ObservedDays days,
            double expected,
            Optional<ChiSquare> test,
            Double qValue) {
        return new Row(
                curve,
                column,
                group,
                days.units(),
                days.events(),
                expected,
                test.orElse(null),
                test.map(ChiSquare::pValue).orElse(null),
                qValue);
    }
}
