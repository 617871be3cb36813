package io.parcours.churn;

import java.util.Arrays;

/**
 * Asks a model about one customer after the other, in days. What a customer who is still there may be expected to buy
 * depends on x and age alone, which many share, and is kept for a while. One scorer a thread.
 */
final class BuyingScorer {
    private static final int SLOTS = 1 << 16;
    private static final long FREE = -1;

    private final BuyingModel model;
    private final double daysPerPeriod;
    private final double horizon;
    private final long[] keys = new long[SLOTS];
    private final double[] expected = new double[SLOTS];

    /**
     * Of a model fitted in periods.
     *
     * @param daysPerPeriod above 0
     * @param horizonDays at least 0; that of the expected purchases
     */
    BuyingScorer(BuyingModel model, double daysPerPeriod, double horizonDays) {
        Positive.check(daysPerPeriod);
        this.model = model;
        this.daysPerPeriod = daysPerPeriod;
        this.horizon = horizonDays / daysPerPeriod;
        Arrays.fill(keys, FREE);
    }

    /** The probability that the customer is still there. */
    double aliveProbability(int x, int recencyDays, int ageDays) {
        return model.aliveProbability(x, recencyDays / daysPerPeriod, ageDays / daysPerPeriod);
    }

    /** The expected number of further days with activity within the horizon. */
    double expectedPurchases(int x, int recencyDays, int ageDays) {
        return aliveProbability(x, recencyDays, ageDays) * expectedIfAlive(x, ageDays);
    }

    /** The expected number of further days with activity within the horizon, of a customer who is still there. */
    double expectedIfAlive(int x, int ageDays) {
        long key = (long) x << Integer.SIZE | ageDays;
        int slot = (int) GroupTable.hash(key, 0) & SLOTS - 1;
        if (keys[slot] != key) {
            expected[slot] = model.expectedIfAlive(x, ageDays / daysPerPeriod, horizon);
            keys[slot] = key;
        }
        return expected[slot];
    }

    /** The probability of no activity within so many days. */
    double silentProbability(int x, int recencyDays, int ageDays, double days) {
        return model.silentProbability(x, recencyDays / daysPerPeriod, ageDays / daysPerPeriod, days / daysPerPeriod);
    }
}
