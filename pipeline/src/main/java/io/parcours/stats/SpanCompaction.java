package io.parcours.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes one run of all the runs of an account. What many machines sent then takes less room: equal spans are kept once,
 * and neighbours lie closer to each other.
 */
final class SpanCompaction {
    /** A page is ended once it holds so many bytes. */
    private static final int PAGE_BYTES = 64 << 20;

    private SpanCompaction() {}

    /** The same spans with one run an account. */
    static List<SpanPage> of(List<SpanPage> pages, int accounts) {
        SpanIndex index = new SpanIndex(pages, accounts);
        long unit = pages.stream().mapToLong(SpanPage::unit).min().orElse(1);
        List<SpanPage> compacted = new ArrayList<>();
        SpanPage.Packer packer = new SpanPage.Packer(unit, 0);
        for (int account = 0; account < accounts; account++) {
            List<SpanRun> runs = index.runs(account);
            if (!runs.isEmpty()) {
                packer.add(account, merged(runs));
            }
            if (packer.size() >= PAGE_BYTES) {
                compacted.add(packer.page());
                packer = new SpanPage.Packer(unit, 0);
            }
        }
        compacted.add(packer.page());
        return compacted;
    }

    /** The distinct spans of runs in one order; there is a run. */
    static SpanCursor merged(List<SpanRun> runs) {
        if (runs.size() == 1) {
            return runs.get(0).cursor();
        }
        int middle = runs.size() / 2;
        return new Merged(merged(runs.subList(0, middle)), merged(runs.subList(middle, runs.size())));
    }

    /** The spans of two cursors in one order. */
    private static final class Merged implements SpanCursor {
        private final SpanCursor left;
        private final SpanCursor right;
        private boolean hasLeft;
        private boolean hasRight;
        private long span;
        private long occurrences;

        Merged(SpanCursor left, SpanCursor right) {
            this.left = left;
            this.right = right;
            hasLeft = left.next();
            hasRight = right.next();
        }

        @Override
        public boolean next() {
            if (!hasLeft && !hasRight) {
                return false;
            }
            boolean takesLeft = hasLeft && (!hasRight || left.span() <= right.span());
            boolean takesRight = hasRight && (!hasLeft || right.span() <= left.span());
            span = takesLeft ? left.span() : right.span();
            occurrences = 0;
            if (takesLeft) {
                occurrences += left.occurrences();
                hasLeft = left.next();
            }
            if (takesRight) {
                occurrences += right.occurrences();
                hasRight = right.next();
            }
            return true;
        }

        @Override
        public long span() {
            return span;
        }

        @Override
        public long occurrences() {
            return occurrences;
        }
    }
}
