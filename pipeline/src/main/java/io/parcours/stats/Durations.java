package io.parcours.stats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A collection of time spans whose percentiles are exact, mergeable in any order. Spans are microseconds, 0 or more;
 * results are seconds. No span is thrown away or rounded; sorted and packed they take a few bytes each, and repeats of
 * one span hardly anything.
 *
 * <p>Percentiles interpolate linearly between neighbours: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50 (1996) 361-365.
 */
public final class Durations implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int FIRST_BUFFER = 4;
    private static final int SMALL_BUFFER = 1 << 10;
    private static final int LARGE_BUFFER = 1 << 17;

    /** Spans not yet sorted and packed. */
    private long[] recent = new long[FIRST_BUFFER];

    private int recentSize;
    /** Packed spans, each run more than twice as long as the next, so that a span is packed again only seldom. */
    private final List<SpanRun> runs = new ArrayList<>();

    private long count;
    /** The sum in two parts, because 2^63 microseconds are only 290,000 years: few for a large log. */
    private long wholeSeconds;

    private long restMicros;

    /** Takes in one span of microseconds. */
    public void add(long span) {
        if (span < 0) {
            throw new IllegalArgumentException("a time span is never negative: " + span);
        }
        count++;
        addToSum(span / 1_000_000, span % 1_000_000);
        keep(span);
    }

    /** Takes in what was collected elsewhere, which stays as it is. */
    public void merge(Durations other) {
        // Copied first, so that a collection can be merged with itself.
        List<SpanRun> otherRuns = List.copyOf(other.runs);
        long[] otherRecent = Arrays.copyOf(other.recent, other.recentSize);
        count += other.count;
        addToSum(other.wholeSeconds, other.restMicros);
        otherRuns.forEach(this::keep);
        for (long span : otherRecent) {
            keep(span);
        }
    }

    public long count() {
        return count;
    }

    /** The mean in seconds, or nothing where there are no spans. */
    public Optional<Double> mean() {
        return count == 0 ? Optional.empty() : Optional.of((wholeSeconds + restMicros / MICROS_PER_SECOND) / count);
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
        if (count == 0) {
            return Optional.empty();
        }
        packAll();
        double position = (count - 1) * p;
        long rank = (long) Math.floor(position);
        SpanRun.Cursor cursor = runs.get(0).cursor();
        long passed = 0;
        while (passed <= rank) {
            cursor.next();
            passed += cursor.occurrences();
        }
        long below = cursor.span();
        if (passed == rank + 1 && passed < count) {
            cursor.next();
        }
        double value = below + (position - rank) * (cursor.span() - below);
        return Optional.of(value / MICROS_PER_SECOND);
    }

    private void addToSum(long seconds, long micros) {
        wholeSeconds += seconds + (restMicros + micros) / 1_000_000;
        restMicros = (restMicros + micros) % 1_000_000;
    }

    private void keep(long span) {
        if (recentSize == recent.length) {
            if (recentSize < Math.max(SMALL_BUFFER, Math.min(LARGE_BUFFER, count / 4))) {
                recent = Arrays.copyOf(recent, recentSize * 2);
            } else {
                packRecent();
            }
        }
        recent[recentSize++] = span;
    }

    private void keep(SpanRun run) {
        SpanRun last = run;
        while (!runs.isEmpty() && runs.get(runs.size() - 1).length() <= 2L * last.length()) {
            last = SpanRun.merged(runs.remove(runs.size() - 1), last);
        }
        runs.add(last);
    }

    private void packRecent() {
        Arrays.sort(recent, 0, recentSize);
        SpanRun run = SpanRun.ofSorted(recent, recentSize);
        recentSize = 0;
        keep(run);
    }

    private void packAll() {
        if (recentSize > 0) {
            packRecent();
            recent = new long[FIRST_BUFFER];
        }
        while (runs.size() > 1) {
            SpanRun last = runs.remove(runs.size() - 1);
            runs.add(SpanRun.merged(runs.remove(runs.size() - 1), last));
        }
    }

    private void writeObject(java.io.ObjectOutputStream out) throws java.io.IOException {
        packAll();
        out.defaultWriteObject();
    }
}
