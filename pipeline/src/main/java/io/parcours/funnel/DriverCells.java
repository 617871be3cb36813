package io.parcours.funnel;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many units were lost and how many went on, by a column (a step and a factor), a stratum and a value. Only what
 * occurs has a cell, so that a dimension with a million values costs tens of bytes for each.
 */
final class DriverCells implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;
    private static final int STRATUM_BITS = 8;
    private static final int COLUMN_SHIFT = Integer.SIZE + STRATUM_BITS;

    private long[] keys = new long[FIRST_CAPACITY];
    private long[] lost = new long[FIRST_CAPACITY];
    private long[] wentOn = new long[FIRST_CAPACITY];
    private int size;
    /** A cell stands at the place of its key's hash or at the next free one. */
    private transient int[] table = emptyTable(FIRST_CAPACITY);

    /** What a cell is found by: a column, a stratum and a value's number, none of them negative. */
    static long key(int column, int stratum, int value) {
        return (long) column << COLUMN_SHIFT | (long) stratum << Integer.SIZE | value;
    }

    /** Adds to the counts of a cell, also of one that was not there. */
    void add(long key, long newLost, long newWentOn) {
        int place = place(key);
        int cell = table[place];
        if (cell == NONE) {
            cell = begin(key, place);
        }
        lost[cell] += newLost;
        wentOn[cell] += newWentOn;
    }

    private int begin(long key, int place) {
        int cell = size++;
        table[place] = cell;
        if (cell == keys.length) {
            resize(Math.max(FIRST_CAPACITY, cell * 2));
            keys[cell] = key;
            fillTable();
        }
        keys[cell] = key;
        return cell;
    }

    /**
     * Takes in what was counted elsewhere.
     *
     * @param values by the other's number of a value, the number here
     */
    void merge(DriverCells other, int[] values) {
        for (int cell = 0; cell < other.size; cell++) {
            long key = key(other.column(cell), other.stratum(cell), values[other.value(cell)]);
            add(key, other.lost[cell], other.wentOn[cell]);
        }
    }

    int size() {
        return size;
    }

    int column(int cell) {
        return (int) (keys[cell] >>> COLUMN_SHIFT);
    }

    int stratum(int cell) {
        return (int) (keys[cell] >>> Integer.SIZE) & (1 << STRATUM_BITS) - 1;
    }

    int value(int cell) {
        return (int) keys[cell];
    }

    long lost(int cell) {
        return lost[cell];
    }

    long wentOn(int cell) {
        return wentOn[cell];
    }

    /** The cell of a key that was counted, or -1. */
    int find(long key) {
        return table[place(key)];
    }

    /**
     * Where the key stands in the table, or the free place where it would. Fibonacci hashing: D. E. Knuth, "The Art of
     * Computer Programming" vol. 3, 2nd ed. (1998), section 6.4.
     */
    private int place(long key) {
        int place = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> Long.numberOfLeadingZeros(table.length) + 1);
        while (table[place] != NONE && keys[table[place]] != key) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, capacity - 1)) * 2) * 2];
        Arrays.fill(table, NONE);
        return table;
    }

    private void fillTable() {
        table = emptyTable(keys.length);
        for (int cell = 0; cell < size; cell++) {
            table[place(keys[cell])] = cell;
        }
    }

    private void resize(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        lost = Arrays.copyOf(lost, capacity);
        wentOn = Arrays.copyOf(wentOn, capacity);
    }

    /** Travels without spare room. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        resize(size);
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        fillTable();
    }
}
