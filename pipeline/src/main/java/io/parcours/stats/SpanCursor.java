package io.parcours.stats;

/** Walks distinct spans in rising order, beginning before the smallest. */
interface SpanCursor {

    /** Moves on to the next distinct span; false past the last one. */
    boolean next();

    /** The span at hand, in microseconds. */
    long span();

    /** How often it occurs. */
    long occurrences();
}
