package io.parcours.table;

import java.util.List;

/**
 * A table with the rows to write, in the order to write them.
 *
 * @param table the table
 * @param rows its rows, sorted by the table's own order
 * @param <R> the row
 */
public record TableContent<R>(ReportTable<R> table, List<R> rows) {

    public TableContent {
        rows = List.copyOf(rows);
    }
}
