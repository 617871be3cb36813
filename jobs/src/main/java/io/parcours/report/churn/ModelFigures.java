package io.parcours.report.churn;

import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of {@code churn_model} by their names. */
final class ModelFigures {
    static final String CALIBRATION = "calibration";
    static final String THUMB = "rule_of_thumb";
    static final String BASE = "base_rate";
    static final String LEAVING = "leaving";

    private final Map<List<String>, Row> rows = new LinkedHashMap<>();

    static ModelFigures of(WrittenTable table) {
        ModelFigures figures = new ModelFigures();
        table.rows("model", "fit", "name", "estimate", "standard_error", "note")
                .forEach(row -> figures.rows.put(List.of(row.text("model"), row.text("fit"), row.text("name")), row));
        return figures;
    }

    /** All of them in the order of the table. */
    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** A figure of the back-test, or null. */
    Double judged(String model, String name) {
        return number(model, CALIBRATION, name);
    }

    /** A figure, or null where there is none. */
    Double number(String model, String fit, String name) {
        Row row = rows.get(List.of(model, fit, name));
        return row == null ? null : row.number("estimate");
    }

    /** The standard error of a figure of the back-test, or null. */
    Double errorOf(String model, String name) {
        Row row = rows.get(List.of(model, CALIBRATION, name));
        return row == null ? null : row.number("standard_error");
    }

    /** The note on a figure, or null. */
    String note(String model, String fit, String name) {
        Row row = rows.get(List.of(model, fit, name));
        return row == null ? null : row.text("note");
    }

    /** Whether risk follows the state alone, as no model could be used. */
    boolean isRuleOfThumb() {
        Double used = number(THUMB, "final", "rule_of_thumb_used");
        return used != null && used > 0;
    }
}
