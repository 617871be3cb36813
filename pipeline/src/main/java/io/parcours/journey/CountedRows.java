package io.parcours.journey;

import io.parcours.table.ReportTable;
import java.util.function.Consumer;

/**
 * Counts that also have rows of their own for the customer they took in last: whoever counts has found out already what
 * the rows say. What they keep for it does not travel with them.
 *
 * @param <R> the row
 */
public interface CountedRows<R> {

    /** The table of the rows. */
    ReportTable<R> rowTable();

    /** Hands the rows of the history added last to the sink, in the table's order; a row does not change any more. */
    void latestRows(Consumer<R> sink);
}
