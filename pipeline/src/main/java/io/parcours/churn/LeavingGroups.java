package io.parcours.churn;

import io.parcours.stats.Interval;
import io.parcours.stats.OutcomeRanks;
import io.parcours.stats.Proportion;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code churn_calibration} on the model of leaving: all, then tenths, the likeliest to leave first. */
final class LeavingGroups {
    private LeavingGroups() {}

    static List<ChurnCalibrationReport.Row> rows(OutcomeRanks ranks, LeavingComparison comparison) {
        long[] customers = new long[LeavingComparison.TENTHS];
        long[] left = new long[LeavingComparison.TENTHS];
        for (int cell = 0; cell < ranks.cells(); cell++) {
            int tenth = comparison.tenthOf(cell);
            customers[tenth] += ranks.hits(cell) + ranks.misses(cell);
            left[tenth] += ranks.hits(cell);
        }
        double expected = 0;
        List<ChurnCalibrationReport.Row> tenths = new ArrayList<>();
        long leftSoFar = 0;
        for (int tenth = 0; tenth < customers.length; tenth++) {
            expected += comparison.expected(tenth);
            leftSoFar += left[tenth];
            if (customers[tenth] > 0) {
                tenths.add(row(
                        "tenth",
                        CalibrationRows.TENTHS.get(tenth),
                        customers[tenth],
                        comparison.expected(tenth),
                        left[tenth],
                        (double) leftSoFar / ranks.hits()));
            }
        }
        List<ChurnCalibrationReport.Row> rows = new ArrayList<>();
        rows.add(row("all", "all", ranks.hits() + ranks.misses(), expected, ranks.hits(), null));
        rows.addAll(tenths);
        return rows;
    }

    private static ChurnCalibrationReport.Row row(
            String grouping, String group, long customers, double expected, long left, Double gain) {
        Interval rate = new Proportion(left, customers).interval().orElseThrow();
        return new ChurnCalibrationReport.Row(
                "leaving",
                "left",
                grouping,
                group,
                customers,
                expected,
                (double) left,
                rate.low() * customers,
                rate.high() * customers,
                gain);
    }
}
