package io.parcours.buying;

import java.io.Serializable;

/**
 * What a fitted model tells of a customer by x (days with activity after the first), recency (time from the first to the
 * last activity) and age (time from the first activity to now); all times in periods. Every answer is finite, and a
 * probability lies between 0 and 1.
 */
public sealed interface BuyingModel extends Serializable permits BgNbd, MbgNbd, ParetoNbd {

    /** The probability that the customer is still there. */
    double aliveProbability(int x, double recency, double age);

    /** The expected number of further purchases within the horizon, of a customer who is still there. */
    double expectedIfAlive(int x, double age, double horizon);

    /** The probability of no purchase within the time, of a customer who is still there now. */
    double silentIfAlive(int x, double age, double time);

    /** The expected number of purchases after the first within the time since it. */
    double expectedOfNewcomer(double time);

    /** The expected number of further purchases within the horizon. */
    default double expectedPurchases(int x, double recency, double age, double horizon) {
        return aliveProbability(x, recency, age) * expectedIfAlive(x, age, horizon);
    }

    /** The probability of no purchase within the time, be it because the customer is gone or because he waits. */
    default double silentProbability(int x, double recency, double age, double time) {
        return 1 - aliveProbability(x, recency, age) * (1 - silentIfAlive(x, age, time));
    }
}
