package io.parcours.friction;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** Numbers keys in order of first appearance: tens of bytes for each, however many there are. */
final class KeyTable implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;

    private long[] keys = new long[FIRST_CAPACITY];
    private int size;
    /** Twice as long as the keys at least; a number stands at the place of its key's hash or at the next free one. */
    private transient int[] table = emptyTable(FIRST_CAPACITY);

    /** The number of a key, also of one not met before: then it is the former {@link #size}. */
    int of(long key) {
        int place = place(key);
        if (table[place] != NONE) {
            return table[place];
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, Math.max(FIRST_CAPACITY, size * 2));
            fillTable();
            place = place(key);
        }
        keys[size] = key;
        table[place] = size;
        return size++;
    }

    /** The number of a key, or -1 where it was not met. */
    int find(long key) {
        return table[place(key)];
    }

    long key(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

    /**
     * Where the key stands in the table, or the free place where it would. Fibonacci hashing: D. E. Knuth, "The Art of
     * Computer Programming" vol. 3, 2nd ed. (1998), section 6.4.
     */
    private int place(long key) {
        long mixed = (key ^ key >>> 29) * 0x9E37_79B9_7F4A_7C15L;
        int place = (int) (mixed >>> Long.numberOfLeadingZeros(table.length) + 1);
        while (table[place] != NONE && keys[table[place]] != key) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    private static int[] emptyTable(int capacity) {
        int[] table = new int[Integer.highestOneBit(Math.max(FIRST_CAPACITY, capacity) * 2 - 1) * 2];
        Arrays.fill(table, NONE);
        return table;
    }

    private void fillTable() {
        table = emptyTable(keys.length);
        for (int number = 0; number < size; number++) {
            table[place(keys[number])] = number;
        }
    }

    /** Travels without spare room. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        keys = Arrays.copyOf(keys, size);
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        fillTable();
    }
}
