package io.parcours.journey;

import java.io.Serializable;

/**
 * What a question counts over histories. Parts may be counted anywhere and merged in any order: the result is the same
 * as counting all histories in one place. Nothing is divided before the end.
 *
 * @param <C> the counts themselves
 */
public interface Counts<C extends Counts<C>> extends Serializable {

    /** Looks at one customer's whole history once. */
    void add(CustomerHistory history);

    /** Takes in what was counted elsewhere, over other customers. */
    void merge(C other);
}
