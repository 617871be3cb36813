package io.parcours.table;

import java.util.List;

/**
 * Some neighbouring rows of a written table, column by column: for readers that look at millions of rows and want no
 * object a row. Columns are numbered in the order they were asked for. A batch is valid until the next one is asked for.
 */
public final class ColumnBatch {
    private final List<ColumnValues> columns;
    private int size;

    ColumnBatch(List<ColumnValues> columns) {
        this.columns = columns;
    }

    void setSize(int rows) {
        size = rows;
    }

    /** How many rows. */
    public int size() {
        return size;
    }

    /** Whether the row has no value in this column. */
    public boolean isNull(int column, int row) {
        return columns.get(column).isNull(row);
    }

    /** The value of a TEXT column, or null. Neighbouring equal texts are mostly the same object. */
    public String text(int column, int row) {
        return columns.get(column).text(row);
    }

    /** The value of a WHOLE, INSTANT or DATE (days since 1970-01-01) column; 0 where it is null. */
    public long whole(int column, int row) {
        return columns.get(column).whole(row);
    }

    /** The value of a REAL column; NaN where it is null. */
    public double real(int column, int row) {
        return columns.get(column).real(row);
    }

    /** The value of a FLAG column; false where it is null. */
    public boolean flag(int column, int row) {
        return columns.get(column).whole(row) != 0;
    }
}
