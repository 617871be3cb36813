package io.parcours.path;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The pairs of labels that occur, and how often. A pair's cell is its number in order of first appearance. Cells are
 * found in an open table, so that a log with a million different events costs tens of bytes for each of its pairs.
 */
final class TransitionCells implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;

    /** By cell: the number of the first label in the upper half, of the second in the lower. */
    private long[] pairs = new long[FIRST_CAPACITY];

    private long[] transitions = new long[FIRST_CAPACITY];
    private long[] customers = new long[FIRST_CAPACITY];
    /** By cell: the customer counted last; a customer's pairs come one after the other. */
    private transient long[] lastCustomers = new long[FIRST_CAPACITY];

    private int size;
    /** Twice as long as the other arrays; a cell stands at the place of its pair's hash or at the next free one. */
    private transient int[] table = emptyTable(FIRST_CAPACITY);

    /** The cell of a pair, or -1 where it has none yet. */
    int find(int from, int to) {
        return table[place(pair(from, to))];
    }

    /** Adds the cell of a new pair. */
    int add(int from, int to) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            transitions = Arrays.copyOf(transitions, size * 2);
            customers = Arrays.copyOf(customers, size * 2);
            lastCustomers = Arrays.copyOf(lastCustomers, size * 2);
            fillTable();
        }
        pairs[size] = pair(from, to);
        table[place(pairs[size])] = size;
        return size++;
    }

    /** Counts a transition of the customer with this number, which is never 0. */
    void count(int cell, long customer) {
        transitions[cell]++;
        if (lastCustomers[cell] != customer) {
            lastCustomers[cell] = customer;
            customers[cell]++;
        }
    }

    /** Adds what was counted in a cell elsewhere. */
    void merge(int cell, TransitionCells other, int otherCell) {
        transitions[cell] += other.transitions[otherCell];
        customers[cell] += other.customers[otherCell];
    }

    int size() {
        return size;
    }

    int from(int cell) {
        return (int) (pairs[cell] >>> Integer.SIZE);
    }

    int to(int cell) {
        return (int) pairs[cell];
    }

    long transitions(int cell) {
        return transitions[cell];
    }

    long customers(int cell) {
        return customers[cell];
    }

    private static long pair(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    /**
     * Where the pair stands in the table, or the free place where it would. Fibonacci hashing: D. E. Knuth, "The Art of
     * Computer Programming" vol. 3, 2nd ed. (1998), section 6.4.
     */
    private int place(long pair) {
        int place = (int) (pair * 0x9E37_79B9_7F4A_7C15L >>> Long.numberOfLeadingZeros(table.length) + 1);
        while (table[place] != NONE && pairs[table[place]] != pair) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[capacity * 2];
        Arrays.fill(table, NONE);
        return table;
    }

    private void fillTable() {
        table = emptyTable(pairs.length);
        for (int cell = 0; cell < size; cell++) {
            table[place(pairs[cell])] = cell;
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        lastCustomers = new long[pairs.length];
        fillTable();
    }
}
