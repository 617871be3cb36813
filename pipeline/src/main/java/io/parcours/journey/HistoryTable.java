package io.parcours.journey;

import io.parcours.table.ReportTable;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * A table with rows of their own for every customer, written in the one pass over histories.
 *
 * @param <R> the row
 */
public interface HistoryTable<R> extends Serializable {

    ReportTable<R> table();

    /** Hands the rows of one customer to the sink, in the table's order. */
    void rows(CustomerHistory history, AsOf asOf, Consumer<R> sink);
}
