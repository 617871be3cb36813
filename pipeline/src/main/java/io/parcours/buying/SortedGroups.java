package io.parcours.buying;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The groups of {@link PurchaseGroups} by x, recency and age, rising: one order, however they were counted, so that sums
 * over them have the same bits. x and days are indexes into their distinct numbers.
 */
final class SortedGroups {
    private static final int AGE_BITS = 31;

    private final int[] x;
    private final int[] recency;
    private final int[] age;
    private final long[] customers;
    private final DistinctNumbers distinctX;
    private final DistinctNumbers distinctDays;

    private SortedGroups(int[] x, int[] recency, int[] age, long[] customers) {
        this.distinctX = DistinctNumbers.of(Arrays.stream(x));
        this.distinctDays = DistinctNumbers.of(IntStream.concat(Arrays.stream(recency), Arrays.stream(age)));
        this.x = distinctX.indexes(x);
        this.recency = distinctDays.indexes(recency);
        this.age = distinctDays.indexes(age);
        this.customers = customers;
    }

    static SortedGroups of(GroupTable table) {
        long[] keys = table.distinctKeys();
        long[] order = new long[table.size()];
        int taken = 0;
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.isTaken(slot)) {
                order[taken++] = (long) Arrays.binarySearch(keys, table.key(slot)) << AGE_BITS | table.age(slot);
            }
        }
        Arrays.sort(order);
        int[] x = new int[order.length];
        int[] recency = new int[order.length];
        int[] age = new int[order.length];
        long[] customers = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            long key = keys[(int) (order[i] >>> AGE_BITS)];
            int start = (int) (order[i] & (1L << AGE_BITS) - 1);
            x[i] = (int) (key >>> Integer.SIZE);
            recency[i] = table.intervals().recency(x[i], (int) key);
            age[i] = table.intervals().middle(start);
            customers[i] = table.find(key, start);
        }
        return new SortedGroups(x, recency, age, customers);
    }

    int size() {
        return customers.length;
    }

    int x(int group) {
        return distinctX.number(x[group]);
    }

    int recency(int group) {
        return distinctDays.number(recency[group]);
    }

    int age(int group) {
        return distinctDays.number(age[group]);
    }

    long customers(int group) {
        return customers[group];
    }

    int xIndex(int group) {
        return x[group];
    }

    int recencyIndex(int group) {
        return recency[group];
    }

    int ageIndex(int group) {
        return age[group];
    }

    DistinctNumbers distinctX() {
        return distinctX;
    }

    DistinctNumbers distinctDays() {
        return distinctDays;
    }
}
