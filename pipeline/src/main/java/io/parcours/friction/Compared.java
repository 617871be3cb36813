package io.parcours.friction;

import io.parcours.stats.Interval;

/**
 * One outcome with a friction and without it. All that is not known is null.
 *
 * @param withCount customers judged from the friction on
 * @param withoutCount customers judged from the place without it; some of them meet it later
 * @param with the rate of the former
 * @param without the rate of the latter, weighted to the former's classes of length
 * @param oddsRatio the odds with the friction over those without, pooled over classes
 * @param oddsRatioInterval its interval
 * @param pValue of the test that there is no difference
 * @param qValue the same among all tested rows
 * @param test which test, or why there is none
 */
record Compared(
        long withCount,
        long withoutCount,
        RateOf with,
        RateOf without,
        Double oddsRatio,
        Interval oddsRatioInterval,
        Double pValue,
        Double qValue,
        String test) {

    /** No class of length has both. */
    static final String NOTHING_TO_COMPARE = "nothing_to_compare";
    /** Fewer than the tests ask for. */
    static final String TOO_FEW = "too_few";

    static final Compared NOTHING =
            new Compared(0, 0, RateOf.NONE, RateOf.NONE, null, null, null, null, NOTHING_TO_COMPARE);

    /** A rate with its interval; both null where there is no base. */
    record RateOf(Double value, Interval interval) {
        static final RateOf NONE = new RateOf(null, null);

        Double low() {
            return interval == null ? null : interval.low();
        }

        Double high() {
            return interval == null ? null : interval.high();
        }

        /** The rate of the opposite. */
        RateOf opposite() {
            return value == null ? this : new RateOf(1 - value, new Interval(1 - interval.high(), 1 - interval.low()));
        }
    }

    boolean isTested() {
        return pValue != null;
    }

    Compared withQValue(double newQValue) {
        return new Compared(
                withCount, withoutCount, with, without, oddsRatio, oddsRatioInterval, pValue, newQValue, test);
    }
}
