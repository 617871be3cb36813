package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.TouchpointColumn;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Columns of touchpoints whose values are looked at together, as one. */
final class TouchpointColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TouchpointColumn[] columns;

    private TouchpointColumns(TouchpointColumn[] columns) {
        this.columns = columns;
    }

    /**
     * Finds columns by their names.
     *
     * @throws IllegalArgumentException when one is neither {@code channel} nor a dimension
     */
    static TouchpointColumns of(List<String> names, List<String> dimensions) {
        return new TouchpointColumns(names.stream()
                .map(name -> TouchpointColumn.of(name, dimensions))
                .toArray(TouchpointColumn[]::new));
    }

    boolean isEmpty() {
        return columns.length == 0;
    }

    /** A touchpoint's values as one text, {@code (none)} for each that it has not. */
    String label(CustomerHistory history, int touchpoint) {
        if (columns.length == 1) {
            return Labels.orNone(columns[0].value(history, touchpoint));
        }
        List<String> values = new ArrayList<>(columns.length);
        for (TouchpointColumn column : columns) {
            values.add(Labels.orNone(column.value(history, touchpoint)));
        }
        return FunnelBreakdown.joined(values);
    }

    /** The same, but null where the touchpoint lacks a value in one of the columns. */
    String labelOrNull(CustomerHistory history, int touchpoint) {
        for (TouchpointColumn column : columns) {
            if (column.value(history, touchpoint) == null) {
                return null;
            }
        }
        return label(history, touchpoint);
    }
}
