package io.parcours.attribution;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/** Paths by number, each as the numbers of its names, and with a hash of the names that is the same everywhere. */
final class PathKeys implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 32;
    private static final int NONE = -1;
    private static final int LENGTH_SHIFT = 53;

    private int[] names = new int[FIRST_CAPACITY * 2];
    /** By number: where its names end. */
    private int[] ends = new int[FIRST_CAPACITY];
    /** By number: its length in the upper bits, and of its hash as much as fits below. */
    private long[] ranks = new long[FIRST_CAPACITY];

    private int size;
    private transient int[] table = emptyTable(FIRST_CAPACITY);

    /** Short paths before long ones, those of one length by the hash of their names; seldom two have one rank. */
    static long rank(TouchNames all, int[] path, int length) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ all.hash(path[i])) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 32;
        }
        return (long) length << LENGTH_SHIFT | hash >>> Long.SIZE - LENGTH_SHIFT;
    }

    /** The number of a path, or -1 where it has none. */
    int find(long rank, int[] path, int length) {
        return table[place(rank, path, length)];
    }

    /** The number of a new path. */
    int add(long rank, int[] path, int length) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            ranks = Arrays.copyOf(ranks, size * 2);
            fillTable();
        }
        int from = size == 0 ? 0 : ends[size - 1];
        if (from + length > names.length) {
            names = Arrays.copyOf(names, Math.max(from + length, names.length * 2));
        }
        System.arraycopy(path, 0, names, from, length);
        table[place(rank, path, length)] = size;
        ends[size] = from + length;
        ranks[size] = rank;
        return size++;
    }

    int size() {
        return size;
    }

    long rank(int number) {
        return ranks[number];
    }

    /** The ranks of the paths from a number on, in rising order. */
    long[] sortedRanks(int from) {
        long[] sorted = Arrays.copyOfRange(ranks, from, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The numbers of a path's names. */
    int[] names(int number) {
        return Arrays.copyOfRange(names, number == 0 ? 0 : ends[number - 1], ends[number]);
    }

    private int place(long rank, int[] path, int length) {
        int place = (int) (rank * 0x9E37_79B9_7F4A_7C15L >>> 32) & table.length - 1;
        while (table[place] != NONE && !isAt(table[place], rank, path, length)) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private boolean isAt(int number, long rank, int[] path, int length) {
        int from = number == 0 ? 0 : ends[number - 1];
        return ranks[number] == rank && Arrays.equals(names, from, ends[number], path, 0, length);
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[capacity * 2];
        Arrays.fill(table, NONE);
        return table;
    }

    private void fillTable() {
        table = emptyTable(ends.length);
        for (int number = 0; number < size; number++) {
            int[] path = names(number);
            table[place(ranks[number], path, path.length)] = number;
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        fillTable();
    }
}
