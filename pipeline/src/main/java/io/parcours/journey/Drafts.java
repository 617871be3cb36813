package io.parcours.journey;

import io.parcours.table.ReportTable;

/**
 * Rows that the pass wrote for each customer to be looked at again once everybody was counted. They are never published,
 * and nobody holds them in memory: whoever asks gets sums.
 */
public interface Drafts {
    /** No drafts at all: every sum is over nothing. */
    Drafts NONE = new Drafts() {
        @Override
        public <S extends DraftSums<S>> S sum(ReportTable<?> draft, S nothing) {
            return nothing;
        }
    };

    /**
     * Sums over all rows of a draft.
     *
     * @param nothing the sum over no rows; not changed, but returned where there are no rows
     */
    <S extends DraftSums<S>> S sum(ReportTable<?> draft, S nothing);
}
