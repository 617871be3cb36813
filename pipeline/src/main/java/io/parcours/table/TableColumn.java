package io.parcours.table;

import java.util.Objects;

/**
 * A column as a written table's file declares it.
 *
 * @param name the column's name
 * @param type what it holds
 */
public record TableColumn(String name, ColumnType type) {

    public TableColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }
}
