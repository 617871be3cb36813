package io.parcours.churn;

import java.util.Arrays;

/**
 * When a customer was active: the local days with activity, and the first and the last active touchpoint.
 *
 * @param days the days since 1970-01-01, rising, each once; at least one
 * @param first index of the first activity touchpoint in the history
 * @param last index of the last activity touchpoint in the history
 */
record Activity(long[] days, int first, int last) {

    long firstDay() {
        return days[0];
    }

    long lastDay() {
        return days[days.length - 1];
    }

    /** How many days with activity after the first one. */
    int frequency() {
        return days.length - 1;
    }

    /** The days from each day with activity to the next, in order; one a repeat day, each at least 1. */
    long[] gaps() {
        long[] gaps = new long[frequency()];
        Arrays.setAll(gaps, i -> days[i + 1] - days[i]);
        return gaps;
    }
}
