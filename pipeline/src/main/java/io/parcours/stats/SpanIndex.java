package io.parcours.stats;

import java.util.AbstractList;
import java.util.List;

/** Finds the runs of each account in all pages. */
final class SpanIndex {
    private final List<SpanPage> pages;
    /** By account: where its places end. */
    private final int[] ends;
    /** Page and run of every run, one account after the other. */
    private final long[] places;

    SpanIndex(List<SpanPage> pages, int accounts) {
        this.pages = List.copyOf(pages);
        int[] next = new int[accounts + 1];
        for (SpanPage page : pages) {
            for (int run = 0; run < page.runs(); run++) {
                next[page.account(run) + 1]++;
            }
        }
        for (int account = 0; account < accounts; account++) {
            next[account + 1] += next[account];
        }
        places = new long[next[accounts]];
        for (int page = 0; page < pages.size(); page++) {
            for (int run = 0; run < pages.get(page).runs(); run++) {
                places[next[pages.get(page).account(run)]++] = (long) page << 32 | run;
            }
        }
        ends = next;
    }

    /** The runs of an account, in no particular order. */
    List<SpanRun> runs(int account) {
        int from = account == 0 ? 0 : ends[account - 1];
        int size = ends[account] - from;
        return new AbstractList<>() {
            @Override
            public SpanRun get(int index) {
                long place = places[from + index];
                return pages.get((int) (place >>> 32)).run((int) place);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
