package io.parcours.stats;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps time spans for many accounts at once, each of which has exact percentiles: {@link #durations}. Spans are
 * microseconds, 0 or more; none is thrown away or rounded.
 *
 * <p>A span often counts in several places, such as the same minutes between two events and between their channels. It is
 * entered once and then posted to every account it counts for, so that it is sorted only once. Entering and posting write
 * a number each; spans are sorted and packed a page at a time, when many are there or the ledger travels. Merging takes
 * over the pages as they are, and nothing is looked at before it is asked for; only where pages grow too large are they
 * compacted, and not again before they have doubled.
 */
public final class SpanLedger implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A page of so many postings: enough to be packed well, and some 40 MB while it is sorted. */
    private static final int PAGE_POSTINGS = 1 << 19;

    /** Pages of fewer bytes are not compacted. */
    private static final long MANY_BYTES = 256L << 20;

    private final List<SpanPage> pages = new ArrayList<>();
    private final long manyBytes;
    private long bytes;
    private long compactedBytes;
    private int accounts;
    private transient SpanBatch batch;
    /** Null while a batch is open. */
    private transient volatile SpanIndex index;

    public SpanLedger() {
        this(MANY_BYTES);
    }

    SpanLedger(long manyBytes) {
        this.manyBytes = manyBytes;
    }

    /**
     * Opens so many new accounts.
     *
     * @return the number of the first; the others follow it
     */
    public int open(int more) {
        int first = accounts;
        accounts = Math.addExact(accounts, more);
        return first;
    }

    /** How many accounts are open. */
    public int accounts() {
        return accounts;
    }

    /** Enters a span of microseconds, which counts nowhere until it is posted. */
    public void enter(long span) {
        if (span < 0) {
            throw new IllegalArgumentException("a time span is never negative: " + span);
        }
        if (batch != null && batch.postings() >= PAGE_POSTINGS) {
            pack();
        }
        if (batch == null) {
            batch = new SpanBatch();
            index = null;
        }
        batch.enter(span);
    }

    /** Posts the span entered last to an account. */
    public void post(int account) {
        batch.post(account);
    }

    /**
     * Takes in what was kept elsewhere; that stays as it is.
     *
     * @param mapped by the other's accounts: the account of this ledger that takes in its spans
     */
    public void merge(SpanLedger other, int[] mapped) {
        pack();
        other.pack();
        index = null;
        // Copied first, so that a ledger can be merged with itself.
        for (SpanPage page : List.copyOf(other.pages)) {
            add(page.renumbered(mapped));
        }
        if (bytes > Math.max(manyBytes, 2 * compactedBytes)) {
            compact();
        }
    }

    /** The spans posted to an account so far. Safe to ask from many threads at once while nothing is posted. */
    public Durations durations(int account) {
        return new Durations(index().runs(account));
    }

    private SpanIndex index() {
        SpanIndex known = index;
        return known == null ? makeIndex() : known;
    }

    private synchronized SpanIndex makeIndex() {
        pack();
        if (index == null) {
            index = new SpanIndex(pages, accounts);
        }
        return index;
    }

    private void pack() {
        if (batch != null && batch.postings() > 0) {
            add(batch.pack(accounts));
            batch = null;
        }
    }

    private void add(SpanPage page) {
        pages.add(page);
        bytes += page.length();
    }

    private void compact() {
        List<SpanPage> compacted = SpanCompaction.of(pages, accounts);
        pages.clear();
        bytes = 0;
        compacted.forEach(this::add);
        compactedBytes = bytes;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        pack();
        out.defaultWriteObject();
    }
}
