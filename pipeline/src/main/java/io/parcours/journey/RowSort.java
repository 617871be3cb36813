package io.parcours.journey;

/**
 * A stable sort of row numbers without objects: insertion for the few rows that most customers have and for rows that
 * came in order, merging for the rest. Its arrays are used again.
 */
final class RowSort {
    private static final int RUN = 16;

    private int[] rows = new int[64];
    private int[] merged = new int[64];

    /** Compares two rows by their numbers. */
    interface RowComparator {
        int compare(int one, int other);
    }

    /** The numbers from 0 to below {@code size} in order; the array is good until the next call and may be longer. */
    int[] sorted(int size, RowComparator comparator) {
        if (rows.length < size) {
            rows = new int[size];
            merged = new int[size];
        }
        for (int row = 0; row < size; row++) {
            rows[row] = row;
        }
        for (int from = 0; from < size; from += RUN) {
            insert(from, Math.min(size, from + RUN), comparator);
        }
        for (long length = RUN; length < size; length *= 2) {
            mergeRuns(size, length, comparator);
        }
        return rows;
    }

    private void insert(int from, int to, RowComparator comparator) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int at = i;
            while (at > from && comparator.compare(rows[at - 1], row) > 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }

    private void mergeRuns(int size, long length, RowComparator comparator) {
        for (long from = 0; from < size; from += 2 * length) {
            int middle = (int) Math.min(size, from + length);
            int to = (int) Math.min(size, from + 2 * length);
            if (middle < to && comparator.compare(rows[middle - 1], rows[middle]) > 0) {
                merge((int) from, middle, to, comparator);
            }
        }
    }

    private void merge(int from, int middle, int to, RowComparator comparator) {
        System.arraycopy(rows, from, merged, from, middle - from);
        int left = from;
        int right = middle;
        int at = from;
        while (left < middle && right < to) {
            rows[at++] = comparator.compare(merged[left], rows[right]) <= 0 ? merged[left++] : rows[right++];
        }
        System.arraycopy(merged, left, rows, at, middle - left);
    }
}
