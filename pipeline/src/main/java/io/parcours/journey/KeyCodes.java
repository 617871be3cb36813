package io.parcours.journey;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Numbers for keys, 0, 1, 2, ... in order of first appearance. An open table: tens of bytes a key, however many there are,
 * and asking makes no object.
 */
public final class KeyCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 64;
    private static final int NONE = -1;

    private long[] keys = new long[FIRST_CAPACITY];
    private int size;
    /** Twice as long as the keys at least; a number stands at the place of its key's hash or at the next free one. */
    private transient int[] table = emptyTable(FIRST_CAPACITY);

    /** The number of a key, also of one not met before: then it is the former {@link #size}. */
    public int of(long key) {
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
    public int find(long key) {
        return table[place(key)];
    }

    /** The key of a number. */
    public long key(int number) {
        return keys[number];
    }

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** Where the key stands in the table, or the free place where it would. */
    private int place(long key) {
        // Two rounds, because keys are packed fields whose lower bits often agree.
        long hash = (key ^ key >>> 32) * 0x9E37_79B9_7F4A_7C15L;
        hash = (hash ^ hash >>> 29) * 0xBF58_476D_1CE4_E5B9L;
        int place = (int) (hash >>> 32) & table.length - 1;
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
