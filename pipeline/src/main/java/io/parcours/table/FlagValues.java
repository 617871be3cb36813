package io.parcours.table;

import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;

/** True and false, a bit each. */
final class FlagValues implements Values {
    private final Codes flags = new Codes();
    private boolean hasTrue;
    private boolean hasFalse;

    void add(boolean flag) {
        flags.add(flag ? 1 : 0);
        hasTrue |= flag;
        hasFalse |= !flag;
    }

    @Override
    public long size() {
        return (long) Integer.BYTES * flags.count();
    }

    @Override
    public void describe(Statistics<?> statistics) {
        if (hasTrue) {
            statistics.updateStats(true);
        }
        if (hasFalse) {
            statistics.updateStats(false);
        }
        hasTrue = false;
        hasFalse = false;
    }

    @Override
    public Encoding endPage(PageBytes page) {
        flags.writePacked(1, page);
        flags.clear();
        return Encoding.PLAIN;
    }

    @Override
    public int dictionaryCount() {
        return 0;
    }

    @Override
    public void writeDictionary(PageBytes page) {
        throw new IllegalStateException("flags have no dictionary");
    }

    @Override
    public void endRowGroup() {
        // nothing outlives a page
    }
}
