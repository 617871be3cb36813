package io.parcours.journey;

import io.parcours.table.ColumnBatch;
import java.io.Serializable;

/**
 * What is summed over draft rows. Parts are summed anywhere, each on a copy, and merged in any order: the result must be
 * the same to the last bit, so sums are of whole numbers.
 *
 * @param <S> the sums themselves
 */
public interface DraftSums<S extends DraftSums<S>> extends Serializable {

    /** Takes in some rows, whose columns are those of the draft in their order. */
    void add(ColumnBatch rows);

    /** Takes in what was summed elsewhere, over other rows. */
    void merge(S other);
}
