package io.parcours.funnel;

/**
 * What became of one unit that has touchpoints serving any step. Touchpoints are indices of the customer's history.
 *
 * @param matched the touchpoints of the chain that counts, for step 1, 2, ...; as many as the unit's level
 * @param matureLevel the level if only mature entries may start a chain; 0 without a window
 * @param outcome how it stands at as_of
 * @param firstServing for step 1, 2, ...: the first touchpoint that serves the step, whatever came before; -1 for none
 */
record FunnelProgress(int[] matched, int matureLevel, Outcome outcome, int[] firstServing) {

    /** How a unit stands at as_of. */
    enum Outcome {
        /** No touchpoint serves step 1. */
        NOT_ENTERED,
        /** It reached less than the last step and cannot any more by an entry it has. */
        DROPPED,
        /** It reached less than the last step, and time is left. */
        IN_PROGRESS,
        /** It reached the last step. */
        CONVERTED
    }

    int level() {
        return matched.length;
    }

    /** The matched touchpoint that is last in total order; the one of the last step, unless that shares its instant. */
    int lastMatched() {
        int last = matched[0];
        for (int touchpoint : matched) {
            last = Math.max(last, touchpoint);
        }
        return last;
    }

    /** The touchpoint whose values are the unit's in breakdowns: the first that serves step 1, whichever chain counts. */
    int firstEntry() {
        return firstServing[0];
    }
}
