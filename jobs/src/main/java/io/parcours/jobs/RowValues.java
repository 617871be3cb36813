package io.parcours.jobs;

/** The values of a row to print, numbered in the order its columns were asked for. */
@FunctionalInterface
interface RowValues {

    /**
     * The value of the column with this number, of the type that {@link io.parcours.table.TableRow} says, or null where
     * the row has none. Answers to a query may also be a {@link java.math.BigDecimal}, and reals that are no number.
     */
    Object value(int index);
}
