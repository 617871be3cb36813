package io.parcours.attribution;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/** Numbers for keys, from 0 in the order they were first asked for. */
final class LongNumbers implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 32;
    private static final int NONE = -1;

    private long[] keys = new long[FIRST_CAPACITY];
    private int size;
    /** Twice as long; a number stands at the place of its key's hash or at the next free one. */
    private transient int[] table = emptyTable(FIRST_CAPACITY);

    /** The number of a key, new if it was not met before. */
    int of(long key) {
        int place = place(key);
        if (table[place] != NONE) {
            return table[place];
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            fillTable();
            place = place(key);
        }
        keys[size] = key;
        table[place] = size;
        return size++;
    }

    long key(int number) {
        return keys[number];
    }

    int size() {
        return size;
    }

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
        int[] table = new int[capacity * 2];
        Arrays.fill(table, NONE);
        return table;
    }

    private void fillTable() {
        table = emptyTable(keys.length);
        for (int number = 0; number < size; number++) {
            table[place(keys[number])] = number;
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        fillTable();
    }
}
