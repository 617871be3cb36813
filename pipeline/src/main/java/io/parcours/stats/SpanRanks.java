package io.parcours.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the span of any rank among sorted runs without merging them. Spans are counted in classes of rising length,
 * about one part in 256 wide; only the class that the rank falls in is taken out and sorted. Where there are few spans,
 * all of them are one class.
 */
final class SpanRanks {
    /** Up to this many bytes of runs are looked at as a whole. */
    private static final int FEW_BYTES = 1 << 15;

    private static final int PRECISION = 8;
    private static final int CLASSES = (Long.SIZE - PRECISION) << PRECISION;

    private final List<SpanRun> runs;
    private final boolean areFew;
    /** By class: how many spans lie in it and in the shorter ones. */
    private final long[] upTo;

    private int openClass = -1;
    /** The distinct spans of the open class, rising. */
    private long[] distinct = new long[0];
    /** By distinct span: how many of the open class are no longer. */
    private long[] reached = new long[0];

    SpanRanks(List<SpanRun> runs) {
        this.runs = runs;
        this.areFew = bytes(runs) <= FEW_BYTES;
        this.upTo = new long[areFew ? 1 : CLASSES];
        for (SpanRun run : runs) {
            SpanRun.Cursor cursor = run.cursor();
            while (cursor.next()) {
                upTo[classOf(cursor.span())] += cursor.occurrences();
            }
        }
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
    }

    private static long bytes(List<SpanRun> runs) {
        long bytes = 0;
        for (SpanRun run : runs) {
            bytes += run.length();
        }
        return bytes;
    }

    long count() {
        return upTo[upTo.length - 1];
    }

    /** The span with this rank, 0 for the shortest, in microseconds. */
    long span(long rank) {
        int spanClass = firstAbove(upTo, rank);
        if (spanClass != openClass) {
            open(spanClass);
        }
        long rankInClass = rank - (spanClass == 0 ? 0 : upTo[spanClass - 1]);
        return distinct[firstAbove(reached, rankInClass)];
    }

    private void open(int spanClass) {
        openClass = spanClass;
        Entries entries = new Entries();
        for (SpanRun run : runs) {
            SpanRun.Cursor cursor = run.cursor();
            while (cursor.next()) {
                int found = classOf(cursor.span());
                if (found == spanClass) {
                    entries.add(cursor.span(), cursor.occurrences());
                } else if (found > spanClass) {
                    break;
                }
            }
        }
        distinct = entries.distinct();
        reached = entries.reached(distinct);
    }

    private int classOf(long span) {
        if (areFew) {
            return 0;
        }
        int lowBits = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span) - PRECISION - 1);
        return (lowBits << PRECISION) + (int) (span >>> lowBits);
    }

    /** The first place with more than the rank; there is one. */
    private static int firstAbove(long[] rising, long rank) {
        int low = 0;
        int high = rising.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Spans of several runs with their occurrences. */
    private static final class Entries {
        private long[] spans = new long[4];
        private long[] occurrences = new long[4];
        private int size;

        void add(long span, long times) {
            if (size == spans.length) {
                spans = Arrays.copyOf(spans, size * 2);
                occurrences = Arrays.copyOf(occurrences, size * 2);
            }
            spans[size] = span;
            occurrences[size++] = times;
        }

        long[] distinct() {
            long[] sorted = Arrays.copyOf(spans, size);
            Arrays.sort(sorted);
            int distinct = 0;
            for (int i = 0; i < size; i++) {
                if (distinct == 0 || sorted[i] != sorted[distinct - 1]) {
                    sorted[distinct++] = sorted[i];
                }
            }
            return Arrays.copyOf(sorted, distinct);
        }

        long[] reached(long[] distinct) {
            long[] reached = new long[distinct.length];
            for (int i = 0; i < size; i++) {
                reached[Arrays.binarySearch(distinct, spans[i])] += occurrences[i];
            }
            for (int i = 1; i < reached.length; i++) {
                reached[i] += reached[i - 1];
            }
            return reached;
        }
    }
}
