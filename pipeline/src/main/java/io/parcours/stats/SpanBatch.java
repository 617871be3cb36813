package io.parcours.stats;

import java.util.Arrays;

/** Spans entered and posted, in the order they came, until they are packed into a {@link SpanPage}. */
final class SpanBatch {
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] spans = new long[FIRST_CAPACITY];
    /** By span: where its postings begin. */
    private int[] begins = new int[FIRST_CAPACITY];

    private int[] postings = new int[FIRST_CAPACITY];
    private int spanCount;
    private int postingCount;

    void enter(long span) {
        if (spanCount + 1 == begins.length) {
            spans = Arrays.copyOf(spans, spanCount * 2);
            begins = Arrays.copyOf(begins, spanCount * 2);
        }
        begins[spanCount] = postingCount;
        spans[spanCount++] = span;
    }

    void post(int account) {
        if (postingCount == postings.length) {
            postings = Arrays.copyOf(postings, postingCount * 2);
        }
        postings[postingCount++] = account;
    }

    int postings() {
        return postingCount;
    }

    /** The page with all spans; the batch is of no use afterwards. */
    SpanPage pack(int accounts) {
        begins[spanCount] = postingCount;
        int[] ends = ends(accounts);
        long unit = SpanUnits.inLargestUnit(spans, spanCount);
        long[] sorted = sortedByAccount(ends.clone());
        SpanPage.Packer packer = new SpanPage.Packer(unit, postingCount);
        int from = 0;
        for (int account = 0; account < accounts; account++) {
            packer.add(account, sorted, from, ends[account]);
            from = ends[account];
        }
        return packer.page();
    }

    /** By account: where its spans end when all are put one account after the other. */
    private int[] ends(int accounts) {
        int[] ends = new int[accounts];
        for (int i = 0; i < postingCount; i++) {
            ends[postings[i]]++;
        }
        for (int account = 1; account < accounts; account++) {
            ends[account] += ends[account - 1];
        }
        return ends;
    }

    /** From the longest span to the shortest, each is put before those its accounts already have. */
    private long[] sortedByAccount(int[] next) {
        long[] sorted = new long[postingCount];
        int[] order = SpanUnits.sort(spans, spanCount);
        for (int rank = spanCount - 1; rank >= 0; rank--) {
            int entered = order[rank];
            for (int i = begins[entered]; i < begins[entered + 1]; i++) {
                sorted[--next[postings[i]]] = spans[rank];
            }
        }
        return sorted;
    }
}
