package io.parcours.condition;

/** The values a condition reads, by the column numbers of {@link ConditionColumns}. */
public interface ConditionRow {

    /** The text of a TEXT column, or null where it has none. */
    String text(int column);

    /** The number of a NUMBER column, or NaN where it has none. */
    double number(int column);

    /** The microseconds since the epoch of an INSTANT column; touchpoints always have theirs. */
    long instant(int column);
}
