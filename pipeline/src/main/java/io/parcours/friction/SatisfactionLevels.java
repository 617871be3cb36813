package io.parcours.friction;

import io.parcours.stats.StratifiedMeans;

/** How many customers were how satisfied, by class of length, with a friction and without. */
final class SatisfactionLevels {
    private final long[][] with = new long[LengthClass.COUNT][3];
    private final long[][] without = new long[LengthClass.COUNT][3];

    void addWith(int lengthClass, int level, long count) {
        add(with[lengthClass], level, count);
    }

    /** @param count below zero takes customers out */
    void addWithout(int lengthClass, int level, long count) {
        add(without[lengthClass], level, count);
    }

    private static void add(long[] moments, long level, long count) {
        moments[0] += count;
        moments[1] += count * level;
        moments[2] += count * level * level;
    }

    /** The means, from 0 to 1. */
    StratifiedMeans means() {
        StratifiedMeans means = new StratifiedMeans(Arrivals.LEVELS);
        for (int i = 0; i < LengthClass.COUNT; i++) {
            means.add(moments(with[i]), moments(without[i]));
        }
        return means;
    }

    private static StratifiedMeans.Moments moments(long[] moments) {
        return new StratifiedMeans.Moments(moments[0], moments[1], moments[2]);
    }
}
