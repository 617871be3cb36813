package io.parcours.journey;

import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;
import java.util.function.Predicate;

/**
 * A question that takes more than one look: the pass counts and writes drafts; from the counts, and from sums over the
 * drafts, conclusions are drawn; by these the drafts become the rows of tables.
 *
 * @param <C> what it counts
 */
public interface Study<C extends Counts<C>> extends Question<C> {

    /**
     * What was concluded.
     *
     * @param tables the tables of counts; always all of them
     * @param completed the tables with rows a customer; always all of them
     */
    record Conclusion(List<TableContent<?>> tables, List<CompletedTable<?>> completed) {
        public Conclusion {
            tables = List.copyOf(tables);
            completed = List.copyOf(completed);
        }
    }

    /**
     * The drafts that the pass writes.
     *
     * @param isWritten whether a completed table is wanted; the counts' tables are the same either way
     */
    List<HistoryTable<?>> drafts(Predicate<ReportTable<?>> isWritten);

    /** The tables that drafts become. */
    List<ReportTable<?>> completedTables();

    /** Concludes from the merged counts and the drafts. */
    Conclusion conclude(C counts, Drafts drafts);

    /** What follows from the counts alone. */
    @Override
    default List<TableContent<?>> report(C counts) {
        return conclude(counts, Drafts.NONE).tables();
    }
}
