package io.parcours.buying;

import java.util.Arrays;

/**
 * A hash table from (x, recency in days, age in days) to a number of customers, without an object per entry. Recency and
 * age are the starts of the intervals they fall into.
 */
final class GroupTable {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 30;

    private final DayIntervals intervals;
    /** x and recency in one long. */
    private long[] keys = new long[FIRST_SLOTS];

    private int[] ages = new int[FIRST_SLOTS];
    /** 0 where the slot is free. */
    private long[] customers = new long[FIRST_SLOTS];

    private int size;

    GroupTable(DayIntervals intervals) {
        this.intervals = intervals;
    }

    DayIntervals intervals() {
        return intervals;
    }

    int size() {
        return size;
    }

    int slots() {
        return customers.length;
    }

    /** Whether a slot is taken. */
    boolean isTaken(int slot) {
        return customers[slot] != 0;
    }

    long key(int slot) {
        return keys[slot];
    }

    int age(int slot) {
        return ages[slot];
    }

    long customers(int slot) {
        return customers[slot];
    }

    /** More customers, at least one, with one x, recency and age of any day. */
    void add(long exactKey, int exactAge, long more) {
        long key = intervals.startUnderX(exactKey);
        int age = intervals.start(exactAge);
        int slot = slot(key, age);
        if (customers[slot] == 0) {
            keys[slot] = key;
            ages[slot] = age;
            size++;
        }
        customers[slot] = Math.addExact(customers[slot], more);
        if (size > customers.length / 4 * 3 && customers.length < MOST_SLOTS) {
            grow();
        }
    }

    /** The same customers in coarser intervals. */
    GroupTable in(DayIntervals coarser) {
        GroupTable result = new GroupTable(coarser);
        result.widen(slots());
        for (int slot = 0; slot < slots(); slot++) {
            if (isTaken(slot)) {
                result.add(keys[slot], ages[slot], customers[slot]);
            }
        }
        return result;
    }

    long find(long key, int age) {
        return customers[slot(key, age)];
    }

    private int slot(long key, int age) {
        int mask = customers.length - 1;
        int slot = (int) hash(key, age) & mask;
        while (customers[slot] != 0 && (keys[slot] != key || ages[slot] != age)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The mixing of S. Vigna's splitmix64, public domain: near keys go to far slots. */
    static long hash(long key, int age) {
        long mixed = (key + age * 0x9E3779B97F4A7C15L);
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /**
     * Makes room for as many slots at once. Entries that come in the order of another table's slots, which is the order
     * of their hashes, would otherwise crowd in one part of a smaller table.
     */
    void widen(int slots) {
        while (customers.length < slots) {
            grow();
        }
    }

    private void grow() {
        long[] formerKeys = keys;
        int[] formerAges = ages;
        long[] formerCustomers = customers;
        keys = new long[formerKeys.length * 2];
        ages = new int[formerKeys.length * 2];
        customers = new long[formerKeys.length * 2];
        for (int former = 0; former < formerKeys.length; former++) {
            if (formerCustomers[former] != 0) {
                int slot = slot(formerKeys[former], formerAges[former]);
                keys[slot] = formerKeys[former];
                ages[slot] = formerAges[former];
                customers[slot] = formerCustomers[former];
            }
        }
    }

    /** The distinct keys, rising. */
    long[] distinctKeys() {
        long[] all = new long[size];
        int taken = 0;
        for (int slot = 0; slot < customers.length; slot++) {
            if (customers[slot] != 0) {
                all[taken++] = keys[slot];
            }
        }
        Arrays.sort(all);
        int distinct = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[distinct++] = all[i];
            }
        }
        return Arrays.copyOf(all, distinct);
    }
}
