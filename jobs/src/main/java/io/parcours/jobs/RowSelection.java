package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which part of a table is wanted.
 *
 * @param shown the columns to print, in order
 * @param filter which rows
 * @param order in which order, or absent (null) as written
 * @param limit how many rows at most
 */
record RowSelection(List<TableColumn> shown, RowFilter filter, RowOrder order, long limit) {

    RowSelection {
        shown = List.copyOf(shown);
    }

    Optional<RowOrder> sorting() {
        return Optional.ofNullable(order);
    }

    /** The columns to read: first the shown ones, behind them what only the filter or the order looks at. */
    List<String> columns() {
        return Stream.of(
                        shown.stream().map(TableColumn::name),
                        filter.columns().stream(),
                        sorting().stream().flatMap(sorted -> sorted.columns().stream()))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
