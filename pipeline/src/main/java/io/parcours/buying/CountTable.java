package io.parcours.buying;

import java.util.Arrays;

/** A hash table from a long and an int to a number of customers, without an object per entry. */
class CountTable {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 30;

    private long[] keys = new long[FIRST_SLOTS];
    private int[] parts = new int[FIRST_SLOTS];
    /** 0 where the slot is free. */
    private long[] customers = new long[FIRST_SLOTS];

    private int size;

    final int size() {
        return size;
    }

    final int slots() {
        return customers.length;
    }

    /** Whether a slot is taken. */
    final boolean isTaken(int slot) {
        return customers[slot] != 0;
    }

    final long key(int slot) {
        return keys[slot];
    }

    final int part(int slot) {
        return parts[slot];
    }

    final long customers(int slot) {
        return customers[slot];
    }

    /** More customers, at least one. */
    final void count(long key, int part, long more) {
        int slot = slot(key, part);
        if (customers[slot] == 0) {
            keys[slot] = key;
            parts[slot] = part;
            size++;
        }
        customers[slot] = Math.addExact(customers[slot], more);
        if (size > customers.length / 4 * 3 && customers.length < MOST_SLOTS) {
            grow();
        }
    }

    /** How many customers there are; 0 for none. */
    final long find(long key, int part) {
        return customers[slot(key, part)];
    }

    /** The distinct longs, rising. */
    final long[] distinctKeys() {
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

    /**
     * Makes room for as many slots at once. Entries that come in the order of another table's slots, which is the order
     * of their hashes, would otherwise crowd in one part of a smaller table.
     */
    final void widen(int slots) {
        while (customers.length < slots) {
            grow();
        }
    }

    private int slot(long key, int part) {
        int mask = customers.length - 1;
        int slot = (int) hash(key, part) & mask;
        while (customers[slot] != 0 && (keys[slot] != key || parts[slot] != part)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The mixing of S. Vigna's splitmix64, public domain: near keys go to far slots. */
    private static long hash(long key, int part) {
        long mixed = (key + part * 0x9E3779B97F4A7C15L);
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private void grow() {
        long[] formerKeys = keys;
        int[] formerParts = parts;
        long[] formerCustomers = customers;
        keys = new long[formerKeys.length * 2];
        parts = new int[formerKeys.length * 2];
        customers = new long[formerKeys.length * 2];
        for (int former = 0; former < formerKeys.length; former++) {
            if (formerCustomers[former] != 0) {
                int slot = slot(formerKeys[former], formerParts[former]);
                keys[slot] = formerKeys[former];
                parts[slot] = formerParts[former];
                customers[slot] = formerCustomers[former];
            }
        }
    }
}
