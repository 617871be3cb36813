package io.parcours.map;

import io.parcours.quality.QualityReport;
import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;

/**
 * Which tables are written. The table {@code quality} always is: without an account of its records nobody could trust a
 * run.
 *
 * @param shape what the names are; default: every table is written
 * @param names the names, sorted
 */
public record TableChoice(Shape shape, List<String> names) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What the names of a choice are. */
    public enum Shape {
        /** There are none: whatever the map asks is written. */
        EVERY,
        /** These and no others are written. */
        ONLY,
        /** All others are written. */
        EXCEPT
    }

    /** Every table that the map asks. */
    public static final TableChoice EVERY = new TableChoice(Shape.EVERY, List.of());

    public TableChoice {
        names = List.copyOf(new TreeSet<>(names));
        if (names.isEmpty() != (shape == Shape.EVERY)) {
            throw new IllegalArgumentException("a choice of tables names some, and no choice none");
        }
        if (shape == Shape.EXCEPT && names.contains(QualityReport.TABLE.name())) {
            throw new IllegalArgumentException("quality is always written");
        }
    }

    /** Whether whatever the map asks is written. */
    public boolean isEvery() {
        return shape == Shape.EVERY;
    }

    /** Whether a table of this name is written, if the map asks it. */
    public boolean contains(String table) {
        return switch (shape) {
            case EVERY -> true;
            case ONLY -> names.contains(table) || table.equals(QualityReport.TABLE.name());
            case EXCEPT -> !names.contains(table);
        };
    }
}
