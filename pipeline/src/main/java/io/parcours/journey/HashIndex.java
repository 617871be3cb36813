package io.parcours.journey;

import java.util.Arrays;

/**
 * The rows of a partition, grouped by the hash of their customer without sorting the rows: only the distinct hashes
 * are sorted, then rows are dealt to their group in one sweep.
 */
final class HashIndex {
    private long[] hashes = new long[1024];
    private long[] places = new long[1024];
    private int size;

    private long[] table;
    private int[] groupOfSlot;
    private int groups;

    /** Takes in a row: its customer's hash, and where it lies. */
    void add(long hash, int block, int position) {
        if (size == hashes.length) {
            int capacity = Math.addExact(size, size >> 1);
            hashes = Arrays.copyOf(hashes, capacity);
            places = Arrays.copyOf(places, capacity);
        }
        hashes[size] = hash;
        places[size] = (long) block << 32 | position;
        size++;
    }

    /** Hands over each hash's rows, in the unsigned order of hashes; rows of a hash keep the order of their arrival. */
    void forEachGroup(GroupConsumer consumer) {
        buildTable();
        int[] groupOfRow = new int[size];
        int[] start = new int[groups + 1];
        for (int row = 0; row < size; row++) {
            int group = groupOfSlot[slotOf(hashes[row])];
            groupOfRow[row] = group;
            start[group + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            start[group + 1] += start[group];
        }
        long[] ordered = new long[size];
        int[] next = Arrays.copyOf(start, groups);
        for (int row = 0; row < size; row++) {
            ordered[next[groupOfRow[row]]++] = places[row];
        }
        for (int group = 0; group < groups; group++) {
            consumer.accept(ordered, start[group], start[group + 1]);
        }
    }

    private void buildTable() {
        int capacity = Integer.highestOneBit(Math.max(16, size)) << 1;
        table = new long[capacity];
        groupOfSlot = new int[capacity];
        Arrays.fill(groupOfSlot, -1);
        long[] distinct = new long[size];
        for (int row = 0; row < size; row++) {
            int slot = slotOf(hashes[row]);
            if (groupOfSlot[slot] < 0) {
                table[slot] = hashes[row];
                groupOfSlot[slot] = 0;
                // Flipping the sign makes the signed sort an unsigned one.
                distinct[groups++] = hashes[row] ^ Long.MIN_VALUE;
            }
        }
        Arrays.sort(distinct, 0, groups);
        for (int group = 0; group < groups; group++) {
            groupOfSlot[slotOf(distinct[group] ^ Long.MIN_VALUE)] = group;
        }
    }

    private int slotOf(long hash) {
        int mask = table.length - 1;
        // All hashes of a partition share their upper bits, so the slot comes from mixed lower ones.
        int slot = (int) (hash * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (groupOfSlot[slot] >= 0 && table[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Takes the rows of one hash: {@code places[from..to)}, the block in the upper half, the position in the lower. */
    interface GroupConsumer {
        void accept(long[] places, int from, int to);
    }
}
