package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;

/**
 * One thing that a funnel counts, an entered unit or an attempt of one, with the history it lies in.
 *
 * @param history the customer's
 * @param span the touchpoints of the unit; those of an attempt are among them
 * @param held the held value; null where the funnel holds none
 * @param number its number among the customer's in this funnel, 1 for the first
 * @param progress what became of it
 */
record FunnelUnit(CustomerHistory history, Span span, String held, int number, FunnelProgress progress) {

    /** When it entered, in microseconds since the epoch. */
    long enteredAt() {
        return history.occurredAt(progress.entry());
    }

    /** When it reached a step, in microseconds since the epoch; it did reach it. */
    long reachedAt(int step) {
        return history.occurredAt(progress.touchpointOf(step));
    }
}
