package io.parcours.satisfaction;

import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.ExactSum;
import java.io.Serializable;

/** The answers to one survey in one group: those of a customer are one cluster. */
final class AnswerTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ExactSum scores = new ExactSum();
    /** Of scores as parts of their scale. */
    private final ClusteredMean satisfaction = new ClusteredMean(9);
    /** Of 1 for a high score, 0 for one in the middle, -1 for a low one. */
    private final ClusteredMean balance = new ClusteredMean(0);

    private final ClusteredProportion highs = new ClusteredProportion();
    private long low;
    private long unanswered;
    /** Customers who have an answer or an invitation here, but no touchpoint of no survey. */
    private long furtherCustomers;

    private transient boolean isOpen;
    private transient long openAnswers;
    private transient long openHigh;
    private transient long openLow;
    private transient double openSatisfaction;

    /**
     * Begins the answers of a customer.
     *
     * @param isReached whether the customer has a touchpoint of no survey in the group
     * @return whether they were not begun before
     */
    boolean open(boolean isReached) {
        if (isOpen) {
            return false;
        }
        isOpen = true;
        furtherCustomers += isReached ? 0 : 1;
        return true;
    }

    void addUnanswered() {
        unanswered++;
    }

    /** Takes in an answer of the customer at hand. */
    void add(double score, double share, ScoreBands bands) {
        scores.add(score);
        openAnswers++;
        openSatisfaction += share;
        openHigh += bands.isHigh(score) ? 1 : 0;
        openLow += bands.isLow(score) ? 1 : 0;
    }

    /** The next answer is another customer's. */
    void close() {
        satisfaction.add(openSatisfaction, openAnswers);
        balance.add(openHigh - openLow, openAnswers);
        highs.add(openHigh, openAnswers);
        low += openLow;
        isOpen = false;
        openAnswers = 0;
        openHigh = 0;
        openLow = 0;
        openSatisfaction = 0;
    }

    /** Takes in what was counted over other customers, or the same customers' answers in another group. */
    void merge(AnswerTally other) {
        scores.merge(other.scores);
        satisfaction.merge(other.satisfaction);
        balance.merge(other.balance);
        highs.merge(other.highs);
        low += other.low;
        unanswered += other.unanswered;
        furtherCustomers += other.furtherCustomers;
    }

    ExactSum scores() {
        return scores;
    }

    ClusteredMean satisfaction() {
        return satisfaction;
    }

    ClusteredMean balance() {
        return balance;
    }

    ClusteredProportion highs() {
        return highs;
    }

    long low() {
        return low;
    }

    long unanswered() {
        return unanswered;
    }

    long furtherCustomers() {
        return furtherCustomers;
    }
}
