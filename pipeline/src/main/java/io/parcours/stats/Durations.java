package io.parcours.stats;

import java.util.List;
import java.util.Optional;

/**
 * The time spans posted to one account of a {@link SpanLedger}. Results are exact, and seconds.
 *
 * <p>Percentiles interpolate linearly between neighbours: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50 (1996) 361-365.
 */
public final class Durations {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final int HALF = 32;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    private static final SpanCursor NOTHING = new SpanRun(new byte[0], 0, 0, 1).cursor();

    private final List<SpanRun> runs;
    private final SpanRanks ranks;

    Durations(List<SpanRun> runs) {
        this.runs = runs;
        this.ranks = new SpanRanks(runs);
    }

    /** Walks the distinct spans of all runs in rising order. */
    SpanCursor distinct() {
        return runs.isEmpty() ? NOTHING : SpanCompaction.merged(runs);
    }

    /**
     * How many spans fall between neighbouring bounds.
     *
     * @param bounds microseconds, rising, the first one 0
     * @return by bound: how many spans are at least as long as it and shorter than the next one
     */
    public long[] histogram(long[] bounds) {
        long[] counts = new long[bounds.length];
        for (SpanRun run : runs) {
            SpanRun.Cursor cursor = run.cursor();
            int bin = 0;
            while (cursor.next()) {
                while (bin + 1 < bounds.length && bounds[bin + 1] <= cursor.span()) {
                    bin++;
                }
                counts[bin] += cursor.occurrences();
            }
        }
        return counts;
    }

    /** How many spans there are. */
    public long count() {
        return ranks.count();
    }

    /** The mean in seconds, or nothing where there are no spans. */
    public Optional<Double> mean() {
        if (count() == 0) {
            return Optional.empty();
        }
        // The sum in two halves, because 2^63 microseconds are only 290,000 years: few for a large log.
        long high = 0;
        long low = 0;
        for (SpanRun run : runs) {
            SpanRun.Cursor cursor = run.cursor();
            while (cursor.next()) {
                high += (cursor.span() >>> HALF) * cursor.occurrences();
                low += (cursor.span() & LOW_HALF) * cursor.occurrences();
            }
            high += low >>> HALF;
            low &= LOW_HALF;
        }
        long rest = (high % 1_000_000 << HALF) + low;
        long wholeSeconds = (high / 1_000_000 << HALF) + rest / 1_000_000;
        return Optional.of((wholeSeconds + rest % 1_000_000 / MICROS_PER_SECOND) / count());
    }

    /**
     * The percentile in seconds, or nothing where there are no spans.
     *
     * @param p from 0 (the smallest) over 0.5 (the median) to 1 (the largest)
     */
    public Optional<Double> percentile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a percentile lies between 0 and 1: " + p);
        }
        if (count() == 0) {
            return Optional.empty();
        }
        double position = (count() - 1) * p;
        long rank = (long) Math.floor(position);
        long below = ranks.span(rank);
        long above = ranks.span(Math.min(rank + 1, count() - 1));
        double value = below + (position - rank) * (above - below);
        return Optional.of(value / MICROS_PER_SECOND);
    }
}
