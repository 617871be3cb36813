package io.parcours.stats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * A collection of time spans, kept whole so that its percentiles are exact, and mergeable. Spans are microseconds, 0 or
 * more; results are seconds.
 *
 * <p>Percentiles interpolate linearly between neighbours: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50 (1996) 361-365.
 */
public final class Durations implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double MICROS_PER_SECOND = 1e6;

    private long[] micros = new long[8];
    private int size;
    private boolean isSorted = true;

    /** Takes in one span of microseconds. */
    public void add(long span) {
        if (span < 0) {
            throw new IllegalArgumentException("a time span is never negative: " + span);
        }
        ensure(size + 1L);
        isSorted = isSorted && (size == 0 || micros[size - 1] <= span);
        micros[size++] = span;
    }

    /** Takes in what was collected elsewhere. */
    public void merge(Durations other) {
        ensure((long) size + other.size);
        System.arraycopy(other.micros, 0, micros, size, other.size);
        size += other.size;
        isSorted = isSorted && other.size == 0;
    }

    public long count() {
        return size;
    }

    /** The mean in seconds, or nothing where there are no spans. */
    public Optional<Double> mean() {
        if (size == 0) {
            return Optional.empty();
        }
        // A sum of longs can pass 2^63 only after 290,000 years of spans; the exact sum is kept as two halves anyway.
        long seconds = 0;
        long micro = 0;
        for (int i = 0; i < size; i++) {
            seconds += micros[i] / 1_000_000;
            micro += micros[i] % 1_000_000;
        }
        return Optional.of((seconds + micro / MICROS_PER_SECOND) / size);
    }

    /** The percentile (0 to 1) in seconds, or nothing where there are no spans. */
    public Optional<Double> percentile(double p) {
        if (size == 0) {
            return Optional.empty();
        }
        sort();
        double position = (size - 1) * p;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, size - 1);
        double fraction = position - below;
        double value = micros[below] + fraction * (micros[above] - micros[below]);
        return Optional.of(value / MICROS_PER_SECOND);
    }

    private void sort() {
        if (!isSorted) {
            Arrays.sort(micros, 0, size);
            isSorted = true;
        }
    }

    private void ensure(long wanted) {
        if (wanted > Integer.MAX_VALUE - 16) {
            throw new IllegalStateException("more than two billion time spans under one name");
        }
        if (wanted > micros.length) {
            micros =
                    Arrays.copyOf(micros, (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(wanted, size * 3L / 2 + 8)));
        }
    }
}
