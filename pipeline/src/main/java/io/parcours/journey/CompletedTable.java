package io.parcours.journey;

import io.parcours.table.ColumnBatch;
import io.parcours.table.ReportTable;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * A table whose rows are drafts completed by what only all customers together tell, such as a model's parameters. Each
 * draft file is completed by a task of its own, on a copy.
 *
 * @param <R> the completed row
 */
public interface CompletedTable<R> extends Serializable {

    /** The drafts to complete. */
    ReportTable<?> draft();

    ReportTable<R> table();

    /** Hands the completed rows to the sink in the drafts' order; the batch has the draft's columns in their order. */
    void complete(ColumnBatch drafts, Consumer<R> sink);
}
