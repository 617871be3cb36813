package io.parcours.churn;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A group of customers by the key of the {@link RetentionCalendar} they share. */
final class RetentionCells implements Serializable {
    private static final long serialVersionUID = 1L;

    /** With ON_OR_AFTER a customer counts in his last period alone until the report. */
    private final Map<Long, RetentionCell> cells = new HashMap<>();

    RetentionCell of(long key) {
        return cells.computeIfAbsent(key, first -> new RetentionCell());
    }

    void merge(RetentionCells other) {
        other.cells.forEach((key, cell) -> of(key).merge(cell));
    }

    /** The cells in the order of their keys, each period with the customers retained in it. */
    Map<Long, RetentionCell> retained(RetentionRules.Count count) {
        Map<Long, RetentionCell> retained = new TreeMap<>();
        cells.forEach((key, cell) -> retained.put(key, count == RetentionRules.Count.ON ? cell : cell.accumulated()));
        return retained;
    }
}
