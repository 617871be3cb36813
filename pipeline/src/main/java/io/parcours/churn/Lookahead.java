package io.parcours.churn;

import io.parcours.buying.BuyingModel;
import java.util.Arrays;

/**
 * What a model foresees of one customer after the other. What follows from x and age alone is remembered, as many
 * customers share both and it is what takes time. Not safe to share between threads.
 */
final class Lookahead {
    private static final int SLOTS = 1 << 15;
    private static final long FREE = -1;

    private final BuyingModel model;
    private final double daysPerPeriod;
    private final double horizon;
    private final double silence;
    private final long[] keys = new long[SLOTS];
    private final double[] expectedIfAlive = new double[SLOTS];
    private final double[] silentIfAlive = new double[SLOTS];
    private double alive;
    private double expectedDays;
    private double silent;

    /** Looks ahead so many days for activity, and so many for silence. */
    Lookahead(BuyingModel model, double daysPerPeriod, double horizonDays, double silenceDays) {
        this.model = model;
        this.daysPerPeriod = daysPerPeriod;
        this.horizon = horizonDays / daysPerPeriod;
        this.silence = silenceDays / daysPerPeriod;
        Arrays.fill(keys, FREE);
    }

    /** Looks at a customer; recency and age are in days. */
    void at(int x, int recency, int age) {
        int slot = slot(x, age);
        alive = model.aliveProbability(x, recency / daysPerPeriod, age / daysPerPeriod);
        expectedDays = alive * expectedIfAlive[slot];
        silent = 1 - alive * (1 - silentIfAlive[slot]);
    }

    private int slot(int x, int age) {
        long key = (long) x << Integer.SIZE | age;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 49);
        if (keys[slot] != key) {
            keys[slot] = key;
            expectedIfAlive[slot] = model.expectedIfAlive(x, age / daysPerPeriod, horizon);
            silentIfAlive[slot] = model.silentIfAlive(x, age / daysPerPeriod, silence);
        }
        return slot;
    }

    /** The probability that the customer is still there. */
    double alive() {
        return alive;
    }

    /** The expected days with activity within the horizon. */
    double expectedDays() {
        return expectedDays;
    }

    /** The probability of silence all the time. */
    double silent() {
        return silent;
    }
}
