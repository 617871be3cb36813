package io.parcours.report.churn;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.WrittenTable;
import java.util.List;

/**
 * A row of {@code churn_calibration}.
 *
 * @param group which group of its grouping
 * @param customers how many customers it has
 * @param expected how much of the measure was expected of them together
 * @param actual how much there was, with its interval where the table has one
 * @param gain of all who left, the part in this tenth and those before it; null for other groupings
 */
record CalibrationGroup(
        String model,
        String measure,
        String grouping,
        String group,
        long customers,
        double expected,
        Estimate actual,
        Double gain) {

    static final String LEFT = "left";

    static List<CalibrationGroup> read(WrittenTable table) {
        return table
                .rows(
                        "model",
                        "measure",
                        "grouping",
                        "group",
                        "customer_count",
                        "expected",
                        "actual",
                        "actual_low",
                        "actual_high",
                        "gain")
                .stream()
                .map(row -> new CalibrationGroup(
                        row.text("model"),
                        row.text("measure"),
                        row.text("grouping"),
                        row.text("group"),
                        row.whole("customer_count"),
                        row.number("expected"),
                        row.estimate("actual"),
                        row.number("gain")))
                .toList();
    }

    /** The groups of a model's leavers. */
    static List<CalibrationGroup> left(List<CalibrationGroup> all, String model, String grouping) {
        return all.stream()
                .filter(group -> group.measure().equals(LEFT)
                        && group.model().equals(model)
                        && group.grouping().equals(grouping))
                .toList();
    }

    /** What was expected of a customer of the group: the same figure on a scale from 0 to 1. */
    double expectedPart() {
        return expected / customers;
    }

    /** What came, on the same scale. */
    Estimate actualPart() {
        return actual.hasInterval()
                ? new Estimate(actual.value() / customers, actual.low() / customers, actual.high() / customers)
                : new Estimate(actual.value() / customers, null, null);
    }
}
