package io.parcours.condition;

/** The values a condition reads, by the column numbers of {@link ConditionColumns}. */
public interface ConditionRow {

    /** What {@link #instant} answers where there is none. */
    long NO_INSTANT = Long.MIN_VALUE;

    /** The text of a TEXT column, or null where it has none. */
    String text(int column);

    /** The number of a NUMBER column, or NaN where it has none. */
    double number(int column);

    /**
     * The microseconds since the epoch of an INSTANT column, or {@link #NO_INSTANT}; touchpoints always have theirs.
     */
    long instant(int column);

    /** The value of a FLAG column, or null where it has none. Touchpoints have no such column. */
    default Boolean flag(int column) {
        return null;
    }
}
