package io.parcours.churn;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Rows of {@code churn_model} while they are gathered. Whatever is no finite number is told in words instead. */
final class ModelFigures {
    static final String FINAL = "final";
    static final String CALIBRATION = "calibration";

    private final List<ChurnModelRow> rows = new ArrayList<>();
    private final String fit;

    /** Figures of this fit. */
    ModelFigures(String fit) {
        this.fit = fit;
    }

    void add(String model, String name, double value) {
        add(model, name, value, null, null);
    }

    void add(String model, String name, double value, String note) {
        add(model, name, value, null, note);
    }

    void add(String model, String name, double value, Double standardError, String note) {
        if (Double.isFinite(value)) {
            boolean hasError = standardError != null && Double.isFinite(standardError);
            rows.add(new ChurnModelRow(model, fit, name, value, hasError ? standardError : null, note));
        } else {
            addNone(model, name, "too large a number");
        }
    }

    /** A figure that there may be; if not, why. */
    void add(String model, String name, OptionalDouble value, String why) {
        value.ifPresentOrElse(number -> add(model, name, number), () -> addNone(model, name, why));
    }

    /** A figure that there is not, and why. */
    void addNone(String model, String name, String why) {
        rows.add(new ChurnModelRow(model, fit, name, null, null, why));
    }

    List<ChurnModelRow> rows() {
        return List.copyOf(rows);
    }
}
