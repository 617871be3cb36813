package io.parcours.churn;

import io.parcours.journey.AsOf;

/**
 * The days at whose end customers are looked at: who leaves in the {@code inactive_after} behind the former cut is over
 * when the one behind the latter begins, and that one ends with as_of. So a model that learned at the former one has seen
 * nothing of what it is judged by at the latter.
 *
 * @param former a local day, as days since 1970-01-01
 * @param latter likewise
 */
record LeavingCuts(long former, long latter) {

    static LeavingCuts of(AsOf asOf, int inactiveDays) {
        long latter = asOf.date().toEpochDay() - inactiveDays;
        return new LeavingCuts(latter - inactiveDays, latter);
    }
}
