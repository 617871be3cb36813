package io.parcours.funnel;

import java.util.Arrays;

/**
 * The chains of one last step that may still go on, as a search knows them: by when they started, at which instant they are, and how
 * many optional steps they have. One that another beats in all three can never come to more and is forgotten.
 */
final class ChainLabels {
    private long[] starts = new long[2];
    private int[] instants = new int[2];
    private int[] optionals = new int[2];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long start(int i) {
        return starts[i];
    }

    int instant(int i) {
        return instants[i];
    }

    int optionals(int i) {
        return optionals[i];
    }

    /** Adds a chain unless one that is there beats it; forgets those that it beats. */
    void add(long start, int instant, int optional) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (starts[i] >= start && instants[i] >= instant && optionals[i] >= optional) {
                return;
            }
            if (starts[i] > start || instants[i] > instant || optionals[i] > optional) {
                move(i, kept++);
            }
        }
        size = kept;
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            instants = Arrays.copyOf(instants, size * 2);
            optionals = Arrays.copyOf(optionals, size * 2);
        }
        starts[size] = start;
        instants[size] = instant;
        optionals[size++] = optional;
    }

    /** Forgets those that are at an instant before this one, or started before this time. */
    void forgetBefore(int instant, long start) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (instants[i] >= instant && starts[i] >= start) {
                move(i, kept++);
            }
        }
        size = kept;
    }

    private void move(int from, int to) {
        starts[to] = starts[from];
        instants[to] = instants[from];
        optionals[to] = optionals[from];
    }
}
