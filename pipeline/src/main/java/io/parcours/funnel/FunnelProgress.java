package io.parcours.funnel;

/**
 * What became of one thing that a funnel counts: a unit, or an attempt of one. Touchpoints are indices of the customer's
 * history.
 *
 * @param matched by step: the touchpoint that serves it in the chain that counts, -1 where none does. Where steps may come
 *     in any order: the matched touchpoints in total order, then -1
 * @param level the last required step that the chain reached; 0 where there is no chain
 * @param matureReached by step: whether it is reached if only mature entries may start a chain; nowhere without a window
 * @param outcome how it stands at as_of
 * @param entry the first touchpoint that serves step 1, whichever chain counts; of an attempt, the one it starts with
 * @param microsToConvert the time from that touchpoint to the end of the first chain from it that reaches the last step;
 *     {@link #NEVER} where there is none
 */
record FunnelProgress(
        int[] matched, int level, boolean[] matureReached, Outcome outcome, int entry, long microsToConvert) {

    static final long NEVER = -1;

    /** How it stands at as_of. */
    enum Outcome {
        /** It reached less than the last step and cannot any more by an entry it has. */
        DROPPED,
        /** It reached less than the last step, and time is left. */
        IN_PROGRESS,
        /** It reached the last step. */
        CONVERTED
    }

    boolean isReached(int step) {
        return matched[step - 1] >= 0;
    }

    boolean isMatureReached(int step) {
        return matureReached[step - 1];
    }

    /** The touchpoint that serves a step it reached. */
    int touchpointOf(int step) {
        return matched[step - 1];
    }

    /** The step reached before this one, optional or not; 0 where there is none. */
    int reachedBefore(int step) {
        int before = step - 1;
        while (before >= 1 && !isReached(before)) {
            before--;
        }
        return before;
    }

    /** The touchpoint that serves the last step reached, optional or not. */
    int touchpointOfLastStep() {
        return matched[reachedBefore(matched.length + 1) - 1];
    }

    /** The matched touchpoint that is last in total order; the one of the last step, unless that shares its instant. */
    int lastMatched() {
        int last = -1;
        for (int touchpoint : matched) {
            last = Math.max(last, touchpoint);
        }
        return last;
    }
}
