package io.parcours.attribution;

import io.parcours.stats.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How often each group of customers is drawn in each replicate of a bootstrap: of the groups that have customers as many as
 * there are, with replacement. Intervals go from the 2.5 % to the 97.5 % percentile of the replicates, where the percentile p
 * of R replicates is the (R + 1) p-th, interpolated, at most the last and at least the first. Source: A. C. Davison and D. V.
 * Hinkley, "Bootstrap Methods and their Application" (1997), sections 3.8 and 5.2.
 */
final class Redraws {
    private final double[][] times;

    Redraws(boolean[] isFilled, int replicates, long seed) {
        int[] filled = IntStream.range(0, isFilled.length)
                .filter(group -> isFilled[group])
                .toArray();
        // One group tells nothing of how groups differ.
        times = new double[filled.length < 2 ? 0 : replicates][isFilled.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (double[] replicate : times) {
            for (int draw = 0; draw < filled.length; draw++) {
                replicate[filled[random.nextInt(filled.length)]]++;
            }
        }
    }

    /** How many replicates there are. */
    int size() {
        return times.length;
    }

    /** How often each group counts in a replicate. */
    double[] times(int replicate) {
        return times[replicate];
    }

    /** The interval of what replicates gave; nothing where none gave anything. NaN is what a replicate did not give. */
    static Optional<Interval> interval(double[] replicates) {
        double[] sorted = Arrays.stream(replicates)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Interval(percentile(sorted, 0.025), percentile(sorted, 0.975)));
    }

    private static double percentile(double[] sorted, double p) {
        double position = Math.max(0, Math.min(sorted.length - 1, (sorted.length + 1) * p - 1));
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
