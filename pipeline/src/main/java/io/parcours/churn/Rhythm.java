package io.parcours.churn;

import java.util.Arrays;

/**
 * The gaps of a customer as they come, and how long a silence is usual with them. Kept in order with how often each
 * occurs: however many days, their gaps have few lengths, as different lengths add up to many days.
 */
final class Rhythm {
    /** With fewer gaps a customer has no rhythm of his own yet. */
    private static final int GAPS_OF_A_RHYTHM = 2;

    private static final double USUAL_PART = 0.9;

    private long[] lengths = new long[8];
    private int[] occurrences = new int[8];
    private int size;
    private int gaps;

    static Rhythm of(long[] gaps) {
        Rhythm rhythm = new Rhythm();
        for (long gap : gaps) {
            rhythm.add(gap);
        }
        return rhythm;
    }

    void clear() {
        size = 0;
        gaps = 0;
    }

    void add(long gap) {
        int place = Arrays.binarySearch(lengths, 0, size, gap);
        if (place < 0) {
            place = -place - 1;
            insert(place, gap);
        }
        occurrences[place]++;
        gaps++;
    }

    /** Takes back a gap that was added. A length that does not occur any more stays, with no occurrence. */
    void remove(long gap) {
        occurrences[Arrays.binarySearch(lengths, 0, size, gap)]--;
        gaps--;
    }

    private void insert(int place, long gap) {
        if (size == lengths.length) {
            lengths = Arrays.copyOf(lengths, 2 * size);
            occurrences = Arrays.copyOf(occurrences, 2 * size);
        }
        System.arraycopy(lengths, place, lengths, place + 1, size - place);
        System.arraycopy(occurrences, place, occurrences, place + 1, size - place);
        lengths[place] = gap;
        occurrences[place] = 0;
        size++;
    }

    /** Up to how many days of silence are usual; NaN where there are too few gaps to tell. */
    double patience() {
        return gaps < GAPS_OF_A_RHYTHM ? Double.NaN : Math.max(2 * percentile(0.5), percentile(USUAL_PART));
    }

    /** Type 7, as everywhere. */
    private double percentile(double p) {
        double position = (gaps - 1) * p;
        int below = (int) position;
        int index = 0;
        int upTo = occurrences[0];
        while (upTo <= below) {
            upTo += occurrences[++index];
        }
        long lower = lengths[index];
        int above = Math.min(below + 1, gaps - 1);
        while (upTo <= above) {
            upTo += occurrences[++index];
        }
        return lower + (position - below) * (lengths[index] - lower);
    }
}
