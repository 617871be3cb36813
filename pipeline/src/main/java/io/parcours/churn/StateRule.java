package io.parcours.churn;

import io.parcours.journey.AsOf;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;

/**
 * Tells a customer's state: the first that applies of dormant, at risk, returned, new, current. What the map gives as a
 * duration is compared with exact times; the customer's own gaps are local days, and compared with local days.
 *
 * @param inactiveAfter in microseconds
 */
record StateRule(long inactiveAfter) implements Serializable {
    /** With fewer gaps a customer has no rhythm of his own yet. */
    private static final int GAPS_OF_A_RHYTHM = 2;

    private static final double USUAL_PART = 0.9;

    static StateRule of(Duration inactiveAfter) {
        return new StateRule(inactiveAfter.toNanos() / 1_000);
    }

    ChurnState stateOf(Activity activity, AsOf asOf) {
        long silence = asOf.micros() - activity.lastAt();
        if (silence > inactiveAfter) {
            return ChurnState.DORMANT;
        }
        if (isUnusual(silence, asOf.date().toEpochDay() - activity.lastDay(), activity.gaps())) {
            return ChurnState.AT_RISK;
        }
        if (activity.returnedAt() != Activity.NEVER && asOf.micros() - activity.returnedAt() <= inactiveAfter) {
            return ChurnState.RETURNED;
        }
        return asOf.micros() - activity.firstAt() <= inactiveAfter ? ChurnState.NEW : ChurnState.CURRENT;
    }

    private boolean isUnusual(long silence, long silentDays, long[] gaps) {
        return gaps.length < GAPS_OF_A_RHYTHM ? silence > inactiveAfter / 2 : silentDays > patience(gaps);
    }

    /** Up to how many days of silence are usual for a customer with these gaps, at least one. */
    static double patience(long[] gaps) {
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
