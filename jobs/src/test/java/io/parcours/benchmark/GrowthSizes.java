package io.parcours.benchmark;

import java.util.List;

/**
 * Which logs growth is watched over.
 *
 * @param millions sizes in millions of touchpoints, rising
 * @param smallHeap the heap in which the largest must finish too
 * @param days the length of every log
 * @param seed the generator's seed
 * @param buyers how many customers with a few purchases each
 */
record GrowthSizes(List<Long> millions, String smallHeap, int days, long seed, List<Integer> buyers) {

    GrowthSizes {
        buyers = List.copyOf(buyers);
        millions = List.copyOf(millions);
        if (millions.isEmpty()) {
            throw new IllegalArgumentException("at least one size is needed");
        }
    }

    long largest() {
        return millions.get(millions.size() - 1);
    }

    /** The size at which everything but the size is varied. */
    long middle() {
        return millions.get(millions.size() / 2);
    }
}
