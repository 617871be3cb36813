package io.parcours.journey;

/**
 * A run of a customer's neighbouring touchpoints: a session or a journey.
 *
 * @param number 1 for the customer's first, rising by 1
 * @param from index of its first touchpoint in the history
 * @param to index after its last touchpoint
 * @param isOpen whether its gap had not yet passed at as_of, so that it may still go on
 */
public record Span(int number, int from, int to, boolean isOpen) {

    public Span {
        if (number < 1 || from < 0 || to <= from) {
            throw new IllegalArgumentException("no span: " + number + " from " + from + " to " + to);
        }
    }

    public int size() {
        return to - from;
    }
}
