package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Rows to choose from and print. */
interface RowSource {

    /** The columns there are, in order. */
    List<TableColumn> columns();

    /**
     * Hands over the rows in their order, with these columns numbered in this order, until one is refused.
     *
     * @param names names of columns there are
     * @param sink takes a row, and says whether another one is wanted
     */
    void read(List<String> names, Predicate<RowValues> sink) throws IOException;
}
