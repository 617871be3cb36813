package io.parcours.churn;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.wholeInEveryRow;

import io.parcours.table.ReportTable;
import java.util.List;

/** The table {@code churn_calibration}: what was expected before the back-test's day against what came after it. */
final class ChurnCalibrationReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "churn_calibration",
            "a group of customers who had begun before the back-test's day, or for leaving: who could leave at the latter"
                    + " cut, inactive_after days before as_of",
            List.of(
                    text("model", "What expected it: a model, or rule_of_thumb.", Row::model),
                    text(
                            "measure",
                            "activity_days: days with activity between the back-test's day and as_of; left: customers"
                                    + " who left within inactive_after of that day, or for leaving: of the latter cut"
                                    + " (with churn.ends: who ended).",
                            Row::measure),
                    text(
                            "grouping",
                            "By what customers are grouped: all, frequency, p_alive (tenths of customers, the lowest"
                                    + " first), tenth (of customers by the probability of leaving, the likeliest first),"
                                    + " risk (as churn_risk), or state (at the back-test's day).",
                            Row::grouping),
                    text("group", "Which group of these; customers with equal values share one.", Row::group),
                    wholeInEveryRow("customer_count", "How many customers it has.", Row::customers),
                    real(
                            "expected",
                            "How much of the measure was expected of all of them together; by risk and state: by what"
                                    + " was learned from the other half of the customers.",
                            Row::expected),
                    real("actual", "How much there was.", Row::actual),
                    real(
                            "actual_low",
                            "Lower end of the 95 % interval of actual, by Wilson's of the rate; null for activity_days.",
                            Row::actualLow),
                    real("actual_high", "Upper end of the same; null with it.", Row::actualHigh),
                    real(
                            "gain",
                            "Of all who left, the share in this tenth and those before it; null for other groupings.",
                            Row::gain)));

    private ChurnCalibrationReport() {}

    /** A group; what may be null is null where there is none. */
    record Row(
            String model,
            String measure,
            String grouping,
            String group,
            long customers,
            Double expected,
            Double actual,
            Double actualLow,
            Double actualHigh,
            Double gain) {}
}
