package io.parcours.churn;

import java.util.Arrays;

/**
 * When a customer was active: the local days with activity, and the instants that the rules compare with durations.
 *
 * @param days the days since 1970-01-01, rising, each once; at least one
 * @param firstAt the first activity touchpoint, in microseconds since the epoch
 * @param lastAt the last activity touchpoint, likewise
 * @param returnedAt the first activity touchpoint after the latest long silence, likewise; {@link #NEVER} where there was
 *     no long silence
 */
record Activity(long[] days, long firstAt, long lastAt, long returnedAt) {
    static final long NEVER = Long.MIN_VALUE;

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
