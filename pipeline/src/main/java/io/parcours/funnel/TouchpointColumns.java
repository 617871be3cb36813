package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Columns of touchpoints whose values are looked at together, as one. */
final class TouchpointColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int CHANNEL = -1;

    private final int[] columns;

    private TouchpointColumns(int[] columns) {
        this.columns = columns;
    }

    /**
     * Finds columns by their names.
     *
     * @throws IllegalArgumentException when one is neither {@code channel} nor a dimension
     */
    static TouchpointColumns of(List<String> names, List<String> dimensions) {
        return new TouchpointColumns(
                names.stream().mapToInt(name -> columnOf(name, dimensions)).toArray());
    }

    private static int columnOf(String name, List<String> dimensions) {
        if (name.equals("channel")) {
            return CHANNEL;
        }
        int column = dimensions.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("neither channel nor a dimension: " + name);
        }
        return column;
    }

    boolean isEmpty() {
        return columns.length == 0;
    }

    /** A touchpoint's values as one text, {@code (none)} for each that it has not. */
    String label(CustomerHistory history, int touchpoint) {
        if (columns.length == 1) {
            return Labels.orNone(value(history, touchpoint, columns[0]));
        }
        List<String> values = new ArrayList<>(columns.length);
        for (int column : columns) {
            values.add(Labels.orNone(value(history, touchpoint, column)));
        }
        return FunnelBreakdown.joined(values);
    }

    /** The same, but null where the touchpoint lacks a value in one of the columns. */
    String labelOrNull(CustomerHistory history, int touchpoint) {
        for (int column : columns) {
            if (value(history, touchpoint, column) == null) {
                return null;
            }
        }
        return label(history, touchpoint);
    }

    private static String value(CustomerHistory history, int touchpoint, int column) {
        return column == CHANNEL ? history.channel(touchpoint) : history.dimension(touchpoint, column);
    }
}
