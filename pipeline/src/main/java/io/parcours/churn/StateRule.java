package io.parcours.churn;

import io.parcours.journey.AsOf;
import java.io.Serializable;
import java.time.Duration;

/**
 * Tells a customer's state: the first that applies of dormant, at risk, returned, new, current. What the map gives as a
 * duration is compared with exact times; the customer's own gaps are local days, and compared with local days.
 *
 * @param inactiveAfter in microseconds
 */
record StateRule(long inactiveAfter) implements Serializable {
    static StateRule of(Duration inactiveAfter) {
        return new StateRule(inactiveAfter.toNanos() / 1_000);
    }

    ChurnState stateOf(Activity activity, AsOf asOf) {
        return stateAt(Standing.of(activity), asOf.micros(), asOf.date().toEpochDay());
    }

    /**
     * The state at an instant of a customer who has not been active since. As time passes it goes from new or returned to
     * current, from there to at risk and to dormant, perhaps not by all of them, and never back.
     *
     * @param day the local day of the instant
     */
    ChurnState stateAt(Standing standing, long micros, long day) {
        long silence = micros - standing.lastAt();
        if (silence > inactiveAfter) {
            return ChurnState.DORMANT;
        }
        if (isUnusual(silence, day - standing.lastDay(), standing.patience())) {
            return ChurnState.AT_RISK;
        }
        if (standing.returnedAt() != Activity.NEVER && micros - standing.returnedAt() <= inactiveAfter) {
            return ChurnState.RETURNED;
        }
        return micros - standing.firstAt() <= inactiveAfter ? ChurnState.NEW : ChurnState.CURRENT;
    }

    private boolean isUnusual(long silence, long silentDays, double patience) {
        return Double.isNaN(patience) ? silence > inactiveAfter / 2 : silentDays > patience;
    }

    /** Up to how many days of silence are usual for a customer with these gaps, at least two. */
    static double patience(long[] gaps) {
        return Rhythm.of(gaps).patience();
    }
}
