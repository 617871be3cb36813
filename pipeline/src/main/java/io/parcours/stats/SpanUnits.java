package io.parcours.stats;

import java.util.Arrays;

/** Spans as whole numbers of the largest unit that logs have, and their sorting. */
final class SpanUnits {
    private static final long[] UNITS = {1_000_000, 1_000, 1};
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private SpanUnits() {}

    /**
     * Turns the first {@code size} spans from microseconds to the largest unit in which all are whole.
     *
     * @return the unit in microseconds
     */
    static long inLargestUnit(long[] spans, int size) {
        for (long unit : UNITS) {
            if (areWhole(spans, size, unit)) {
                for (int i = 0; i < size; i++) {
                    spans[i] /= unit;
                }
                return unit;
            }
        }
        return 1;
    }

    private static boolean areWhole(long[] spans, int size, long unit) {
        for (int i = 0; i < size; i++) {
            if (spans[i] % unit != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sorts the first {@code size} spans, digit by digit from the lowest.
     *
     * @return by place in the order: the place the span had before
     */
    static int[] sort(long[] spans, int size) {
        long[] keys = spans;
        int[] places = new int[size];
        Arrays.setAll(places, i -> i);
        long[] otherKeys = new long[size];
        int[] otherPlaces = new int[size];
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits |= spans[i];
        }
        for (int shift = 0; shift < Long.SIZE && bits >>> shift != 0; shift += DIGIT_BITS) {
            int[] next = places(keys, size, shift);
            for (int i = 0; i < size; i++) {
                int place = next[digit(keys[i], shift)]++;
                otherKeys[place] = keys[i];
                otherPlaces[place] = places[i];
            }
            long[] formerKeys = keys;
            keys = otherKeys;
            otherKeys = formerKeys;
            int[] formerPlaces = places;
            places = otherPlaces;
            otherPlaces = formerPlaces;
        }
        if (keys != spans) {
            System.arraycopy(keys, 0, spans, 0, size);
        }
        return places;
    }

    /** By digit: where the first key with it goes. */
    private static int[] places(long[] keys, int size, int shift) {
        int[] places = new int[DIGITS + 1];
        for (int i = 0; i < size; i++) {
            places[digit(keys[i], shift) + 1]++;
        }
        for (int digit = 1; digit < DIGITS; digit++) {
            places[digit] += places[digit - 1];
        }
        return places;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & (DIGITS - 1);
    }
}
