package io.parcours.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A written table: its name, what a row of it is, and its columns in order.
 *
 * @param name the folder it is written to, snake_case
 * @param rowMeaning what one row is, as the documentation prints it
 * @param columns the columns in the order they are written
 * @param <R> the row
 */
public record ReportTable<R>(String name, String rowMeaning, List<Column<R>> columns) {

    public ReportTable {
        columns = List.copyOf(columns);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("a table's name is snake_case: " + name);
        }
        Set<String> names = new HashSet<>();
        for (Column<R> column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + name + " has two columns " + column.name());
            }
        }
    }
}
