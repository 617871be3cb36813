package io.parcours.funnel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A chain: by step the touchpoint that serves it, -1 where none does; where steps may come in any order the touchpoints in
 * total order, then -1.
 */
record DefinedChain(DefinedUnit unit, int[] matched) {

    /** The matched touchpoints in the order of the chain. */
    int[] touchpoints() {
        return Arrays.stream(matched).filter(touchpoint -> touchpoint >= 0).toArray();
    }

    int first() {
        return touchpoints()[0];
    }

    int last() {
        return touchpoints()[touchpoints().length - 1];
    }

    boolean has(int touchpoint) {
        return Arrays.stream(matched).anyMatch(taken -> taken == touchpoint);
    }

    boolean reaches(int step) {
        return matched[step - 1] >= 0;
    }

    /** The last matched step, optional or not. */
    int lastStep() {
        int step = matched.length;
        while (!reaches(step)) {
            step--;
        }
        return step;
    }

    /** The last required step that is matched. */
    int level() {
        int step = lastStep();
        while (unit.step(step).isOptional()) {
            step--;
        }
        return step;
    }

    boolean isComplete() {
        return reaches(matched.length);
    }

    private int optionalCount() {
        int count = 0;
        for (int step = 1; step <= matched.length; step++) {
            if (reaches(step) && unit.step(step).isOptional()) {
                count++;
            }
        }
        return count;
    }

    /**
     * The one that counts among chains of one unit: the highest level; the most optional steps; the earliest end; the
     * latest start; then step by step the earliest touchpoint, at equal times the first, none being worse than any.
     */
    static DefinedChain best(List<DefinedChain> chains) {
        Comparator<DefinedChain> order = Comparator.comparingInt(chain -> -chain.level());
        order = order.thenComparingInt(chain -> -chain.optionalCount())
                .thenComparingLong(chain -> chain.unit.time(chain.last()))
                .thenComparingLong(chain -> -chain.unit.time(chain.first()));
        int steps = chains.get(0).matched.length;
        for (int step = 1; step <= steps; step++) {
            int k = step;
            order = order.thenComparing(chain -> !chain.reaches(k))
                    .thenComparingLong(chain -> chain.reaches(k) ? chain.unit.time(chain.matched[k - 1]) : 0)
                    .thenComparingInt(chain -> chain.matched[k - 1]);
        }
        return chains.stream().min(order).orElseThrow();
    }
}
