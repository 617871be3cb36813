package io.parcours.inventory;

import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.ExactSum;
import java.io.Serializable;

/** What is counted of the touchpoints of one channel, stage and event, or of all touchpoints of a group. */
final class InventoryTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int SATISFACTION_DECIMALS = 9;

    /** Of all touchpoints of the group; null: these are all. */
    private final InventoryTally total;

    private long touchpoints;
    private long customers;
    private long sessions;
    private long firstTouches;
    private long lastTouches;
    private final ExactSum value = new ExactSum();
    /** Journeys with such a touchpoint, and which of them converted. */
    private final ClusteredProportion conversions = new ClusteredProportion();
    /** Converted journeys with one among those of the total; of customers who have such a journey. */
    private final ClusteredProportion converting = new ClusteredProportion();
    /** Null where no answer is about such a touchpoint, as in most tallies. */
    private ClusteredMean satisfaction;

    private transient long latestJourney;
    private transient long latestSession;
    /** The journeys, converted ones and answers of the customer at hand. */
    private transient long ownJourneys;

    private transient long ownConverted;
    private transient double ownSatisfaction;
    private transient long ownAnswers;

    InventoryTally(InventoryTally total) {
        this.total = total;
    }

    /** Whether touchpoints were taken in that {@link #closeCustomer} has not closed. */
    boolean hasOpenCustomer() {
        return ownJourneys > 0;
    }

    /**
     * Takes in a touchpoint of the customer at hand.
     *
     * @param journey a number of its own for the touchpoint's journey, above 0
     * @param session likewise for its session
     */
    void add(long journey, long session, boolean isConverted, double touchpointValue) {
        touchpoints++;
        value.add(touchpointValue);
        if (journey != latestJourney) {
            latestJourney = journey;
            ownJourneys++;
            ownConverted += isConverted ? 1 : 0;
        }
        if (session != latestSession) {
            latestSession = session;
            sessions++;
        }
    }

    /** A journey begins with the touchpoint taken in last. */
    void addFirstTouch() {
        firstTouches++;
    }

    /** A journey that is over ends with the touchpoint taken in last. */
    void addLastTouch() {
        lastTouches++;
    }

    /** Takes in an answer about a touchpoint that was taken in. */
    void addAnswer(double answered) {
        ownSatisfaction += answered;
        ownAnswers++;
    }

    /** The next touchpoint belongs to another customer. Totals are closed last. */
    void closeCustomer() {
        customers++;
        conversions.add(ownConverted, ownJourneys);
        if (ownConverted > 0) {
            converting.add(ownConverted, total == null ? ownConverted : total.ownConverted);
        }
        if (ownAnswers > 0) {
            answered().add(ownSatisfaction, ownAnswers);
        }
        ownJourneys = 0;
        ownConverted = 0;
        ownSatisfaction = 0;
        ownAnswers = 0;
    }

    /** Takes in what was counted elsewhere of the same touchpoints of other customers. */
    void merge(InventoryTally other) {
        addUp(other);
        customers += other.customers;
        sessions += other.sessions;
        conversions.merge(other.conversions);
        converting.merge(other.converting);
    }

    /**
     * Takes in what was counted of other touchpoints: only what adds up, for a customer, session or journey may have
     * touchpoints of both.
     */
    void addUp(InventoryTally other) {
        touchpoints += other.touchpoints;
        firstTouches += other.firstTouches;
        lastTouches += other.lastTouches;
        value.merge(other.value);
        if (other.satisfaction != null) {
            answered().merge(other.satisfaction);
        }
    }

    private ClusteredMean answered() {
        if (satisfaction == null) {
            satisfaction = new ClusteredMean(SATISFACTION_DECIMALS);
        }
        return satisfaction;
    }

    long touchpoints() {
        return touchpoints;
    }

    long customers() {
        return customers;
    }

    long sessions() {
        return sessions;
    }

    long firstTouches() {
        return firstTouches;
    }

    long lastTouches() {
        return lastTouches;
    }

    ExactSum value() {
        return value;
    }

    ClusteredProportion conversions() {
        return conversions;
    }

    /** Converted journeys with such a touchpoint among all converted journeys of the total. */
    ClusteredProportion converting() {
        return total == null ? converting : converting.partOf(total.converting);
    }

    ClusteredMean satisfaction() {
        return satisfaction == null ? new ClusteredMean(SATISFACTION_DECIMALS) : satisfaction;
    }
}
