package io.parcours.churn;

/**
 * What a customer's state depends on, beside the time that has passed since the last activity.
 *
 * @param firstAt the first activity touchpoint, in microseconds since the epoch
 * @param lastAt the last one, likewise
 * @param lastDay the last day with activity, in days since 1970-01-01
 * @param returnedAt the first one after the latest long silence, likewise; {@link Activity#NEVER} where there was none
 * @param patience up to how many days of silence are usual; NaN where no rhythm of his own is known or asked for
 */
record Standing(long firstAt, long lastAt, long lastDay, long returnedAt, double patience) {

    static Standing of(Activity activity) {
        return new Standing(
                activity.firstAt(),
                activity.lastAt(),
                activity.lastDay(),
                activity.returnedAt(),
                Rhythm.of(activity.gaps()).patience());
    }

    /** The same without a rhythm of the customer's own. */
    Standing withoutRhythm() {
        return new Standing(firstAt, lastAt, lastDay, returnedAt, Double.NaN);
    }
}
