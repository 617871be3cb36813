package io.parcours.table;

/**
 * A row read from a written table. Values are numbered in the order the columns were asked for; each is String, Long,
 * Double, Boolean, Long microseconds since the epoch, {@link java.time.LocalDate} or an unmodifiable list of String or
 * of Long microseconds by its column's {@link ColumnType}, or null.
 */
public final class TableRow {
    private final Object[] values;

    TableRow(int columnCount) {
        this.values = new Object[columnCount];
    }

    void set(int index, Object value) {
        values[index] = value;
    }

    /** The value of the column with this number, or null where the row has none. */
    public Object value(int index) {
        return values[index];
    }
}
