package io.parcours.journey;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Pairs of whole numbers by a number of their own, 0, 1, 2, ... in order of first appearance. An open table, so that a
 * pair costs tens of bytes and asking for it makes no object.
 */
public final class PairCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 64;
    private static final int FREE = -1;

    /** By number: the first of the pair in the upper half, the second in the lower. */
    private long[] pairs = new long[FIRST_CAPACITY];

    private int count;
    /** Twice as long; a number stands at the place of its pair's hash or at the next free one. */
    private transient int[] table = freeTable(FIRST_CAPACITY);

    /** The number of a pair; {@link #count()} as it was before where the pair was not met before. */
    public int of(int first, int second) {
        long pair = (long) first << Integer.SIZE | second & 0xFFFF_FFFFL;
        int place = place(pair);
        return table[place] == FREE ? added(pair, place) : table[place];
    }

    public int first(int code) {
        return (int) (pairs[code] >>> Integer.SIZE);
    }

    public int second(int code) {
        return (int) pairs[code];
    }

    /** How many pairs there are. */
    public int count() {
        return count;
    }

    private int added(long pair, int place) {
        table[place] = count;
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
            pairs[count++] = pair;
            fillTable();
        } else {
            pairs[count++] = pair;
        }
        return count - 1;
    }

    /**
     * Where the pair stands in the table, or the free place where it would. Fibonacci hashing: D. E. Knuth, "The Art of
     * Computer Programming" vol. 3, 2nd ed. (1998), section 6.4.
     */
    private int place(long pair) {
        int place = (int) (pair * 0x9E37_79B9_7F4A_7C15L >>> Long.numberOfLeadingZeros(table.length) + 1);
        while (table[place] != FREE && pairs[table[place]] != pair) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private void fillTable() {
        table = freeTable(pairs.length);
        for (int code = 0; code < count; code++) {
            table[place(pairs[code])] = code;
        }
    }

    private static int[] freeTable(int capacity) {
        int[] table = new int[capacity * 2];
        Arrays.fill(table, FREE);
        return table;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        fillTable();
    }
}
