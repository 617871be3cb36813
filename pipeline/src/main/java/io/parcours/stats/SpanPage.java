package io.parcours.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sorted and packed spans of many accounts, a {@link SpanRun run} for each account that has any. Immutable.
 *
 * <p>A run is, for every distinct span in rising order, its distance from the one before in the page's unit, then how
 * often it occurs. Whole seconds are kept as seconds and whole milliseconds as milliseconds, so that the many repeats of
 * a log with coarse stamps cost next to nothing.
 */
final class SpanPage implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long unit;
    /** The accounts that have spans, by the order of their runs. */
    private final int[] accounts;
    /** Where each of their runs ends. */
    private final int[] ends;

    private final byte[] packed;

    private SpanPage(long unit, int[] accounts, int[] ends, byte[] packed) {
        this.unit = unit;
        this.accounts = accounts;
        this.ends = ends;
        this.packed = packed;
    }

    /** The same runs, under other numbers of accounts. */
    SpanPage renumbered(int[] mapped) {
        int[] renumbered = new int[accounts.length];
        Arrays.setAll(renumbered, run -> mapped[accounts[run]]);
        return new SpanPage(unit, renumbered, ends, packed);
    }

    long unit() {
        return unit;
    }

    /** How many bytes it takes. */
    long length() {
        return packed.length + 2L * Integer.BYTES * accounts.length;
    }

    int runs() {
        return accounts.length;
    }

    int account(int run) {
        return accounts[run];
    }

    SpanRun run(int run) {
        return new SpanRun(packed, run == 0 ? 0 : ends[run - 1], ends[run], unit);
    }

    /** Packs spans given in rising order, account by account. */
    static final class Packer {
        private static final int LONGEST_ENTRY = 20;

        private final long unit;
        private int[] accounts = new int[64];
        private int[] ends = new int[64];
        private int runs;
        private byte[] bytes;
        private int size;

        /** A page of spans in this unit of microseconds. */
        Packer(long unit, int expectedSpans) {
            this.unit = unit;
            this.bytes = new byte[expectedSpans + expectedSpans / 2 + LONGEST_ENTRY];
        }

        /** Adds the run of an account: the sorted spans from one place up to, without, another; none leave no run. */
        void add(int account, long[] sorted, int from, int to) {
            if (from == to) {
                return;
            }
            long last = 0;
            int first = from;
            for (int i = from + 1; i <= to; i++) {
                if (i == to || sorted[i] != sorted[first]) {
                    put(sorted[first] - last, i - first);
                    last = sorted[first];
                    first = i;
                }
            }
            endRun(account);
        }

        /** Adds the run of an account. */
        void add(int account, SpanCursor spans) {
            long last = 0;
            while (spans.next()) {
                long span = spans.span() / unit;
                put(span - last, spans.occurrences());
                last = span;
            }
            endRun(account);
        }

        /** How many bytes were packed so far. */
        int size() {
            return size;
        }

        SpanPage page() {
            return new SpanPage(
                    unit, Arrays.copyOf(accounts, runs), Arrays.copyOf(ends, runs), Arrays.copyOf(bytes, size));
        }

        private void endRun(int account) {
            if (runs == accounts.length) {
                accounts = Arrays.copyOf(accounts, runs * 2);
                ends = Arrays.copyOf(ends, runs * 2);
            }
            accounts[runs] = account;
            ends[runs++] = size;
        }

        private void put(long distance, long occurrences) {
            if (bytes.length - size < LONGEST_ENTRY) {
                bytes = Arrays.copyOf(bytes, Math.addExact(size, size / 2 + LONGEST_ENTRY));
            }
            number(distance << 1 | (occurrences == 1 ? 0 : 1));
            if (occurrences > 1) {
                number(occurrences);
            }
        }

        private void number(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes[size++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
        }
    }
}
