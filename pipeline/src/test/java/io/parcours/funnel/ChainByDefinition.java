package io.parcours.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The counting rules read word by word: every chain there is, and which of them counts. Touchpoints are numbered in total
 * order; step k is served by those with {@code serves[touchpoint][k - 1]}.
 */
final class ChainByDefinition {
    private final long[] times;
    private final boolean[][] serves;
    private final int stepCount;
    private final long window;
    private final boolean timesMustRise;
    private final long lastStart;
    private final List<int[]> chains = new ArrayList<>();

    private ChainByDefinition(
            long[] times, boolean[][] serves, int stepCount, long window, ChainRules.Ties ties, long lastStart) {
        this.times = times;
        this.serves = serves;
        this.stepCount = stepCount;
        this.window = window;
        this.timesMustRise = ties == ChainRules.Ties.STRICT;
        this.lastStart = lastStart;
        extend(new int[0]);
    }

    /** The chain that counts, empty where there is none that starts by {@code lastStart}. */
    static int[] find(
            long[] times, boolean[][] serves, int stepCount, long window, ChainRules.Ties ties, long lastStart) {
        return new ChainByDefinition(times, serves, stepCount, window, ties, lastStart).best();
    }

    /** Writes down every chain: different touchpoints for steps 1, 2, ..., times not falling, within the window. */
    private void extend(int[] chain) {
        chains.add(chain);
        if (chain.length == stepCount) {
            return;
        }
        for (int touchpoint = 0; touchpoint < times.length; touchpoint++) {
            if (serves[touchpoint][chain.length] && mayFollow(chain, touchpoint)) {
                int[] longer = Arrays.copyOf(chain, chain.length + 1);
                longer[chain.length] = touchpoint;
                extend(longer);
            }
        }
    }

    private boolean mayFollow(int[] chain, int touchpoint) {
        if (chain.length == 0) {
            return times[touchpoint] <= lastStart;
        }
        for (int taken : chain) {
            if (taken == touchpoint) {
                return false;
            }
        }
        long before = times[chain[chain.length - 1]];
        boolean isInOrder = timesMustRise ? before < times[touchpoint] : before <= times[touchpoint];
        return isInOrder && times[touchpoint] - times[chain[0]] <= window;
    }

    private int[] best() {
        int level = chains.stream().mapToInt(chain -> chain.length).max().orElseThrow();
        if (level == 0) {
            return new int[0];
        }
        Comparator<int[]> endsEarliest = Comparator.comparingLong(chain -> times[chain[level - 1]]);
        Comparator<int[]> startsLatest = Comparator.comparingLong(chain -> -times[chain[0]]);
        Comparator<int[]> order = endsEarliest.thenComparing(startsLatest);
        for (int step = 0; step < level; step++) {
            int k = step;
            order = order.thenComparing(Comparator.comparingLong(chain -> times[chain[k]]))
                    .thenComparing(Comparator.comparingInt(chain -> chain[k]));
        }
        return chains.stream().filter(chain -> chain.length == level).min(order).orElseThrow();
    }
}
