package io.parcours.buying;

import java.util.Arrays;

/**
 * A hash table from (x, mean value) to a number of customers, without an object per entry. Of the mean's bits those below
 * the level are cleared, so that near means share an entry.
 */
final class MoneyTable {
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 30;

    private final int level;
    private int[] x = new int[FIRST_SLOTS];
    private long[] bits = new long[FIRST_SLOTS];
    /** 0 where the slot is free. */
    private long[] customers = new long[FIRST_SLOTS];

    private int size;

    MoneyTable(int level) {
        this.level = level;
    }

    int level() {
        return level;
    }

    int size() {
        return size;
    }

    int slots() {
        return customers.length;
    }

    boolean isTaken(int slot) {
        return customers[slot] != 0;
    }

    int x(int slot) {
        return x[slot];
    }

    long bits(int slot) {
        return bits[slot];
    }

    long customers(int slot) {
        return customers[slot];
    }

    /** More customers, at least one, with one mean of any number of bits. */
    void add(int ofX, long ofBits, long more) {
        long kept = ofBits >>> level << level;
        int slot = slot(ofX, kept);
        if (customers[slot] == 0) {
            x[slot] = ofX;
            bits[slot] = kept;
            size++;
        }
        customers[slot] = Math.addExact(customers[slot], more);
        if (size > customers.length / 4 * 3 && customers.length < MOST_SLOTS) {
            grow();
        }
    }

    /** Adds all entries of a table of this level or a lower one. */
    void addAll(MoneyTable other) {
        widen(other.slots());
        for (int slot = 0; slot < other.slots(); slot++) {
            if (other.isTaken(slot)) {
                add(other.x[slot], other.bits[slot], other.customers[slot]);
            }
        }
    }

    /** How many customers have this x and these bits. */
    long find(int ofX, long ofBits) {
        return customers[slot(ofX, ofBits)];
    }

    /** The same customers at a higher level. */
    MoneyTable atLevel(int higher) {
        MoneyTable result = new MoneyTable(higher);
        result.addAll(this);
        return result;
    }

    /** The distinct means' bits, rising. */
    long[] distinctBits() {
        long[] all = new long[size];
        int taken = 0;
        for (int slot = 0; slot < customers.length; slot++) {
            if (customers[slot] != 0) {
                all[taken++] = bits[slot];
            }
        }
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    /** Makes room for as many slots at once, as {@link GroupTable#widen} does. */
    void widen(int slots) {
        while (customers.length < slots) {
            grow();
        }
    }

    private int slot(int ofX, long ofBits) {
        int mask = customers.length - 1;
        int slot = (int) GroupTable.hash(ofBits, ofX) & mask;
        while (customers[slot] != 0 && (bits[slot] != ofBits || x[slot] != ofX)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] formerX = x;
        long[] formerBits = bits;
        long[] formerCustomers = customers;
        x = new int[formerX.length * 2];
        bits = new long[formerX.length * 2];
        customers = new long[formerX.length * 2];
        for (int former = 0; former < formerX.length; former++) {
            if (formerCustomers[former] != 0) {
                int slot = slot(formerX[former], formerBits[former]);
                x[slot] = formerX[former];
                bits[slot] = formerBits[former];
                customers[slot] = formerCustomers[former];
            }
        }
    }
}
