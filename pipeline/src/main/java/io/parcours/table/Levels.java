package io.parcours.table;

/**
 * The repetition or definition levels of one page (how deep a value is repeated, and how much of its path is there).
 * Most pages have one level only, and then only its count is kept.
 */
final class Levels {
    private final int width;
    private final Codes codes = new Codes();
    private int only;
    private int onlyCount;

    /** Levels from 0 to the highest; with 0 there is nothing to write. */
    Levels(int highest) {
        this.width = Integer.SIZE - Integer.numberOfLeadingZeros(highest);
    }

    void add(int level) {
        if (codes.count() > 0) {
            codes.add(level);
        } else if (level == only) {
            onlyCount++;
        } else {
            addAnother(level);
        }
    }

    private void addAnother(int level) {
        if (onlyCount == 0) {
            only = level;
            onlyCount = 1;
        } else {
            codes.add(only, onlyCount);
            codes.add(level);
        }
    }

    int count() {
        return Math.max(onlyCount, codes.count());
    }

    /** Appends the levels to a page, their size before them, and begins those of the next page. */
    void endPage(PageBytes page) {
        if (width > 0) {
            int start = page.claim(Integer.BYTES);
            if (codes.count() == 0) {
                codes.add(only, onlyCount);
            }
            codes.writeRuns(width, page);
            page.setInt(start, page.size() - start - Integer.BYTES);
        }
        codes.clear();
        onlyCount = 0;
    }
}
