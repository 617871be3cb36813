package io.parcours.insight;

import io.parcours.table.Column;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a table as values by the columns' names; none where the table is not there. */
final class SourceTable {
    private final List<Values> rows;

    private SourceTable(List<Values> rows) {
        this.rows = rows;
    }

    /** The values of a row. */
    static final class Values {
        private final Map<String, Object> byName;

        private Values(Map<String, Object> byName) {
            this.byName = byName;
        }

        String text(String column) {
            return (String) value(column);
        }

        long whole(String column) {
            return (Long) value(column);
        }

        /** The number, or null where the row has none. */
        Double real(String column) {
            Double value = (Double) value(column);
            return value == null || value.isNaN() ? null : value;
        }

        private Object value(String column) {
            if (!byName.containsKey(column)) {
                throw new IllegalArgumentException("no column " + column);
            }
            return byName.get(column);
        }
    }

    /** The table of this name among some. */
    static SourceTable of(List<TableContent<?>> tables, String name, List<String> columns) {
        List<Values> rows = new ArrayList<>();
        for (TableContent<?> table : tables) {
            if (table.table().name().equals(name)) {
                read(table, columns, rows);
            }
        }
        return new SourceTable(rows);
    }

    private static <R> void read(TableContent<R> table, List<String> names, List<Values> into) {
        Map<String, Column<R>> byName =
                table.table().columns().stream().collect(Collectors.toMap(Column::name, column -> column));
        for (R row : table.rows()) {
            Map<String, Object> values = new HashMap<>();
            for (String name : names) {
                Column<R> column = byName.get(name);
                if (column == null) {
                    throw new IllegalArgumentException("table " + table.table().name() + " has no column " + name);
                }
                values.put(name, column.value().apply(row));
            }
            into.add(new Values(values));
        }
    }

    List<Values> rows() {
        return rows;
    }
}
