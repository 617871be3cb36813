package io.parcours.churn;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * Tells a customer's state: the first that applies of dormant, at risk, returned, new, current.
 *
 * @param inactiveAfter in days of 24 hours
 */
record StateRule(double inactiveAfter) implements Serializable {
    /** With fewer gaps a customer has no rhythm of his own yet. */
    private static final int GAPS_OF_A_RHYTHM = 2;

    private static final double USUAL_PART = 0.9;

    static StateRule of(Duration inactiveAfter) {
        return new StateRule(
                inactiveAfter.toNanos() / (double) Duration.ofDays(1).toNanos());
    }

    /** The state on this day, in days since 1970-01-01. */
    ChurnState stateOf(Activity activity, long asOfDay) {
        long silence = asOfDay - activity.lastDay();
        if (silence > inactiveAfter) {
            return ChurnState.DORMANT;
        }
        long[] gaps = activity.gaps();
        if (silence > patience(gaps)) {
            return ChurnState.AT_RISK;
        }
        if (gaps.length > 0 && gaps[gaps.length - 1] > inactiveAfter) {
            return ChurnState.RETURNED;
        }
        return asOfDay - activity.firstDay() <= inactiveAfter ? ChurnState.NEW : ChurnState.CURRENT;
    }

    /** The silence in days up to which a customer with these gaps is not at risk. */
    double patience(long[] gaps) {
        if (gaps.length < GAPS_OF_A_RHYTHM) {
            return inactiveAfter / 2;
        }
        long[] sorted = gaps.clone();
        Arrays.sort(sorted);
        return Math.max(2 * percentile(sorted, 0.5), percentile(sorted, USUAL_PART));
    }

    /** Type 7, as everywhere. */
    private static double percentile(long[] sorted, double p) {
        double position = (sorted.length - 1) * p;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
