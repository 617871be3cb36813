package io.parcours.channel;

import io.parcours.stats.ClusteredProportion;
import java.io.Serializable;

/** The switches from one channel to another: those of a customer are one cluster. */
final class SwitchTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private long switches;
    private long handovers;
    private long converted;
    private long customers;
    private long journeys;
    private final ClusteredProportion conversions = new ClusteredProportion();

    private transient long latestJourney;
    /** Of the customer at hand. */
    private transient long own;

    private transient long ownConverted;

    boolean hasOpenCustomer() {
        return own > 0;
    }

    /** @param journey a number of its own for the journey, above 0 */
    void add(long journey, boolean isHandover, boolean isConverted) {
        switches++;
        own++;
        handovers += isHandover ? 1 : 0;
        if (isConverted) {
            converted++;
            ownConverted++;
        }
        if (journey != latestJourney) {
            latestJourney = journey;
            journeys++;
        }
    }

    void closeCustomer() {
        customers++;
        conversions.add(ownConverted, own);
        own = 0;
        ownConverted = 0;
    }

    /** Takes in the same switches of other customers. */
    void merge(SwitchTally other) {
        addUp(other);
        customers += other.customers;
        journeys += other.journeys;
        conversions.merge(other.conversions);
    }

    /** Takes in other switches: only what adds up, for a customer or journey may have both. */
    void addUp(SwitchTally other) {
        switches += other.switches;
        handovers += other.handovers;
        converted += other.converted;
    }

    long switches() {
        return switches;
    }

    long handovers() {
        return handovers;
    }

    /** After which the journey converts. */
    long converted() {
        return converted;
    }

    long customers() {
        return customers;
    }

    long journeys() {
        return journeys;
    }

    ClusteredProportion conversions() {
        return conversions;
    }
}
