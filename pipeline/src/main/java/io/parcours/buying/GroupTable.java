package io.parcours.buying;

/**
 * How many customers share x, recency and age in days. Recency and age are the starts of the intervals they fall into; x
 * and recency are one long.
 */
final class GroupTable extends CountTable {
    private final DayIntervals intervals;

    GroupTable(DayIntervals intervals) {
        this.intervals = intervals;
    }

    DayIntervals intervals() {
        return intervals;
    }

    int age(int slot) {
        return part(slot);
    }

    /** More customers, at least one, with one x, recency and age of any day. */
    void add(long exactKey, int exactAge, long more) {
        count(intervals.startUnderX(exactKey), intervals.start(exactAge), more);
    }

    /** The same customers in coarser intervals. */
    GroupTable in(DayIntervals coarser) {
        GroupTable result = new GroupTable(coarser);
        result.widen(slots());
        for (int slot = 0; slot < slots(); slot++) {
            if (isTaken(slot)) {
                result.add(key(slot), age(slot), customers(slot));
            }
        }
        return result;
    }
}
