package io.parcours.trigger;

import io.parcours.journey.Span;

/**
 * A firing of a trigger. Touchpoints are named by their index in the customer's history, {@link #NONE} for none.
 *
 * @param number 1 for the trigger's first of this customer
 * @param state what it has come to
 * @param start the touchpoint that started it
 * @param deadline the last instant at which it could be cancelled
 * @param cancelledBy the touchpoint that cancelled it
 * @param next the first touchpoint after it ended
 * @param conversion the first touchpoint that converts, from its end on
 * @param session the session in which it started
 * @param journey the journey in which it started
 */
record Firing(
        int number,
        FiringState state,
        int start,
        long deadline,
        int cancelledBy,
        int next,
        int conversion,
        Span session,
        Span journey) {
    static final int NONE = -1;

    boolean isConverted() {
        return conversion != NONE;
    }
}
