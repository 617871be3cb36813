package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rows that a command has made itself.
 *
 * @param columns their columns
 * @param rows the values of each, in the columns' order
 */
record MadeRows(List<TableColumn> columns, List<List<Object>> rows) implements RowSource {

    MadeRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    @Override
    public void read(List<String> names, Predicate<RowValues> sink) {
        List<String> all = columns.stream().map(TableColumn::name).toList();
        int[] places = names.stream().mapToInt(all::indexOf).toArray();
        for (List<Object> row : rows) {
            if (!sink.test(index -> row.get(places[index]))) {
                return;
            }
        }
    }
}
