package io.parcours.funnel;

/**
 * Which part of a unit a search looks at.
 *
 * @param startFrom the earliest start of a chain, in microseconds since the epoch
 * @param startTo the latest start
 * @param entry the position of the only touchpoint that may serve step 1; {@link InstantMatching#ANY_ENTRY} for any
 * @param end the instant before which the search ends
 * @param breakBefore only touchpoints before this time break a chain that does not go on
 */
record ChainBounds(long startFrom, long startTo, int entry, int end, long breakBefore) {

    /** Any chain of the unit that starts no later than this. */
    static ChainBounds upTo(UnitInstants unit, long lastStart) {
        return new ChainBounds(Long.MIN_VALUE, lastStart, InstantMatching.ANY_ENTRY, unit.count(), Long.MAX_VALUE);
    }

    /** Chains that start at one instant. */
    static ChainBounds startingAt(UnitInstants unit, long start) {
        return new ChainBounds(start, start, InstantMatching.ANY_ENTRY, unit.count(), Long.MAX_VALUE);
    }

    /** Chains that start with the touchpoint at this position. */
    static ChainBounds from(UnitInstants unit, int entry) {
        long start = unit.unit().time(entry);
        return new ChainBounds(start, start, entry, unit.count(), Long.MAX_VALUE);
    }

    ChainBounds endingBefore(int newEnd, long newBreakBefore) {
        return new ChainBounds(startFrom, startTo, entry, newEnd, newBreakBefore);
    }

    /** The first instant looked at. */
    int begin(UnitInstants unit) {
        return entry == InstantMatching.ANY_ENTRY ? unit.firstFrom(startFrom) : unit.instantOf(entry);
    }

    boolean mayStartAt(long time) {
        return time >= startFrom && time <= startTo;
    }
}
