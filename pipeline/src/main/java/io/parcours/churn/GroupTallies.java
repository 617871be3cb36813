package io.parcours.churn;

import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Rows of {@code churn_calibration} of one model, measure and grouping. */
final class GroupTallies {
    private final String model;
    private final String grouping;
    private final List<String> labels;
    private final long[] customers;
    private final double[] expected;
    private final long[] actual;

    /** Groups with these labels, nothing in them yet. */
    GroupTallies(String model, String grouping, List<String> labels) {
        this.model = model;
        this.grouping = grouping;
        this.labels = labels;
        this.customers = new long[labels.size()];
        this.expected = new double[labels.size()];
        this.actual = new long[labels.size()];
    }

    /** Adds all of a back-test: to which label, what was expected of one customer, and what all of them did. */
    GroupTallies addAll(
            OutcomeGroups groups, IntUnaryOperator label, IntToDoubleFunction expectedOfOne, IntToLongFunction done) {
        for (int group = 0; group < groups.size(); group++) {
            long there = groups.customers(group);
            add(label.applyAsInt(group), there, there * expectedOfOne.applyAsDouble(group), done.applyAsLong(group));
        }
        return this;
    }

    void add(int label, long more, double moreExpected, long moreActual) {
        customers[label] += more;
        expected[label] += moreExpected;
        actual[label] += moreActual;
    }

    /** The groups that have customers: days with activity. */
    void addDays(List<ChurnCalibrationReport.Row> rows) {
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] > 0) {
                rows.add(new ChurnCalibrationReport.Row(
                        model,
                        "activity_days",
                        grouping,
                        labels.get(i),
                        customers[i],
                        finite(expected[i]),
                        (double) actual[i],
                        null,
                        null,
                        null));
            }
        }
    }

    /** The groups that have customers: who left. */
    void addLeft(List<ChurnCalibrationReport.Row> rows) {
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] > 0) {
                rows.add(leftRow(i, null));
            }
        }
    }

    /** The same, with what share of all who left they and those before them hold. */
    void addLeftWithGain(List<ChurnCalibrationReport.Row> rows) {
        long all = 0;
        for (long left : actual) {
            all += left;
        }
        long found = 0;
        for (int i = 0; i < customers.length; i++) {
            found += actual[i];
            if (customers[i] > 0) {
                rows.add(leftRow(i, all == 0 ? null : (double) found / all));
            }
        }
    }

    private ChurnCalibrationReport.Row leftRow(int i, Double gain) {
        Interval interval = new Proportion(actual[i], customers[i]).interval().orElseThrow();
        return new ChurnCalibrationReport.Row(
                model,
                "left",
                grouping,
                labels.get(i),
                customers[i],
                finite(expected[i]),
                (double) actual[i],
                interval.low() * customers[i],
                interval.high() * customers[i],
                gain);
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
