package io.parcours.journey;

import java.util.List;

/**
 * What a customer is called once the whole history is known, such as the name of a segment.
 *
 * @param name how reports name it; null where there is nothing to say
 * @param groups the numbers of the named groups the customer belongs to, rising; empty where to none
 */
public record HistoryLabel(String name, List<Integer> groups) {

    /** Of a customer who belongs to no group. */
    public static final HistoryLabel NONE = new HistoryLabel(null, List.of());

    public HistoryLabel {
        groups = List.copyOf(groups);
    }
}
