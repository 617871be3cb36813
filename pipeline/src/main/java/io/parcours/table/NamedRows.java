package io.parcours.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a table as values by the columns' names, for those who know the table by its documented columns only. */
public final class NamedRows {

    private NamedRows() {}

    /** The values of a row. */
    public static final class Values {
        private final String table;
        private final Map<String, Column<Object>> columns;
        private final Object row;

        private Values(String table, Map<String, Column<Object>> columns, Object row) {
            this.table = table;
            this.columns = columns;
            this.row = row;
        }

        /** The text, or null where the row has none. */
        public String text(String column) {
            return (String) value(column);
        }

        /** The whole number of a column that every row has. */
        public long whole(String column) {
            return (Long) value(column);
        }

        /** The number, or null where the row has none. */
        public Double real(String column) {
            Double value = (Double) value(column);
            return value == null || value.isNaN() ? null : value;
        }

        private Object value(String name) {
            Column<Object> column = columns.get(name);
            if (column == null) {
                throw new IllegalArgumentException("table " + table + " has no column " + name);
            }
            return column.value().apply(row);
        }
    }

    /** The rows of the table of this name among some, in its order; none where it is not there. */
    public static List<Values> of(List<TableContent<?>> tables, String name) {
        List<Values> rows = new ArrayList<>();
        for (TableContent<?> table : tables) {
            if (table.table().name().equals(name)) {
                add(table, rows);
            }
        }
        return rows;
    }

    // A column of a table takes the table's own rows.
    @SuppressWarnings("unchecked")
    private static <R> void add(TableContent<R> table, List<Values> rows) {
        Map<String, Column<Object>> columns = new HashMap<>(table.table().columns().stream()
                .collect(Collectors.toMap(Column::name, column -> (Column<Object>) column)));
        table.rows().forEach(row -> rows.add(new Values(table.table().name(), columns, row)));
    }
}
