package io.parcours.churn;

import io.parcours.buying.DayIntervals;
import io.parcours.buying.PurchaseGroups;
import java.util.Arrays;

/**
 * The entries of an {@link OutcomeTable} by x, recency, age and half, rising: one order, however they were counted, so
 * that sums over them have the same bits. Recency and age are the middles of the table's intervals of days.
 */
final class OutcomeGroups {
    private final DayIntervals intervals;
    private final int[] x;
    private final int[] recency;
    private final int[] ageAndHalf;
    private final int[] customers;
    private final int[] left;
    private final int[] fallenSilent;
    private final long[] laterDays;

    private OutcomeGroups(DayIntervals intervals, int size) {
        this.intervals = intervals;
        x = new int[size];
        recency = new int[size];
        ageAndHalf = new int[size];
        customers = new int[size];
        left = new int[size];
        fallenSilent = new int[size];
        laterDays = new long[size];
    }

    static OutcomeGroups of(OutcomeTable table) {
        long[] keys = distinctKeys(table);
        long[] order = new long[table.size()];
        int taken = 0;
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.isTaken(slot)) {
                order[taken++] =
                        (long) Arrays.binarySearch(keys, table.key(slot)) << Integer.SIZE | table.ageAndHalf(slot);
            }
        }
        Arrays.sort(order);
        OutcomeGroups groups = new OutcomeGroups(table.intervals(), order.length);
        for (int i = 0; i < order.length; i++) {
            long key = keys[(int) (order[i] >>> Integer.SIZE)];
            groups.take(i, table, table.slot(key, (int) order[i]));
        }
        return groups;
    }

    private static long[] distinctKeys(OutcomeTable table) {
        long[] keys = new long[table.size()];
        int taken = 0;
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.isTaken(slot)) {
                keys[taken++] = table.key(slot);
            }
        }
        Arrays.sort(keys);
        int distinct = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[distinct++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, distinct);
    }

    private void take(int group, OutcomeTable table, int slot) {
        x[group] = (int) (table.key(slot) >>> Integer.SIZE);
        recency[group] = intervals.recency(x[group], (int) table.key(slot));
        int start = table.ageAndHalf(slot);
        ageAndHalf[group] = OutcomeTable.ageAndHalfOf(intervals.middle(start >>> 1), start & 1);
        customers[group] = table.customers(slot);
        left[group] = table.left(slot);
        fallenSilent[group] = table.fallenSilent(slot);
        laterDays[group] = table.laterDays(slot);
    }

    int size() {
        return x.length;
    }

    int x(int group) {
        return x[group];
    }

    int recency(int group) {
        return recency[group];
    }

    int age(int group) {
        return ageAndHalf[group] >>> 1;
    }

    /** Which half of the customers, 0 or 1. */
    int half(int group) {
        return ageAndHalf[group] & 1;
    }

    int customers(int group) {
        return customers[group];
    }

    /** How many of them left. */
    int left(int group) {
        return left[group];
    }

    /** How many of them were not silent for long at the cut, and then became so. */
    int fallenSilent(int group) {
        return fallenSilent[group];
    }

    /** Their days with activity after the cut. */
    long laterDays(int group) {
        return laterDays[group];
    }

    /** What a model is fitted to. */
    PurchaseGroups purchases() {
        PurchaseGroups groups = new PurchaseGroups(intervals);
        for (int group = 0; group < size(); group++) {
            groups.add(x(group), recency(group), age(group), customers(group));
        }
        return groups;
    }
}
