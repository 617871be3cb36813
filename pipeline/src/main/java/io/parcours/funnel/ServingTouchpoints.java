package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import java.util.Arrays;

/**
 * The touchpoints of one unit that serve any step of a funnel, in total order. They are named by their position among
 * themselves, 0 for the first. One object is filled anew for every unit, so that looking at a unit allocates nothing.
 */
final class ServingTouchpoints {
    private final StepLookup lookup;
    private int size;
    private int[] indices = new int[64];
    private long[] times = new long[64];
    private int[][] steps = new int[64][];
    private boolean hasTies;

    ServingTouchpoints(StepLookup lookup) {
        this.lookup = lookup;
    }

    /** Takes the unit that is the history's touchpoints {@code from} up to, without, {@code to}. */
    void read(CustomerHistory history, int from, int to) {
        size = 0;
        hasTies = false;
        for (int i = from; i < to; i++) {
            int[] served = lookup.stepsOf(history.match(i));
            if (served.length > 0) {
                add(i, history.occurredAt(i), served);
            }
        }
    }

    private void add(int index, long time, int[] served) {
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2);
            times = Arrays.copyOf(times, size * 2);
            steps = Arrays.copyOf(steps, size * 2);
        }
        hasTies |= size > 0 && times[size - 1] == time;
        indices[size] = index;
        times[size] = time;
        steps[size++] = served;
    }

    int size() {
        return size;
    }

    /** Whether any two of them lie at one instant. */
    boolean hasTies() {
        return hasTies;
    }

    /** The touchpoint's index in the history. */
    int index(int position) {
        return indices[position];
    }

    long time(int position) {
        return times[position];
    }

    /** The steps the touchpoint serves, rising; at least one. Not to be changed. */
    int[] steps(int position) {
        return steps[position];
    }

    boolean serves(int position, int step) {
        return Arrays.binarySearch(steps[position], step) >= 0;
    }

    /** The first position at the instant of this one. */
    int instantStart(int position) {
        int start = position;
        while (start > 0 && times[start - 1] == times[position]) {
            start--;
        }
        return start;
    }

    /** The position after the last one at the instant of this one. */
    int instantEnd(int position) {
        int end = position + 1;
        while (end < size && times[end] == times[position]) {
            end++;
        }
        return end;
    }
}
