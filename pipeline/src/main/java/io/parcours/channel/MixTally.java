package io.parcours.channel;

import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import java.io.Serializable;

/** The journeys of one class and length: those of a customer are one cluster. */
final class MixTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int VALUE_DECIMALS = 4;
    private static final int SATISFACTION_DECIMALS = 9;

    /** The account of times to conversion; that of journeys' times follows it. */
    private final int account;

    /** These journeys among those of the length, of whatever class; of customers who have such a journey. */
    private final ClusteredProportion share = new ClusteredProportion();

    private final ClusteredProportion conversions = new ClusteredProportion();
    private final ClusteredProportion drops = new ClusteredProportion();
    private final ClusteredProportion containment = new ClusteredProportion();
    private final ClusteredMean conversionMicros = new ClusteredMean(0);
    private final ClusteredMean value = new ClusteredMean(VALUE_DECIMALS);
    private final ClusteredMean satisfaction = new ClusteredMean(SATISFACTION_DECIMALS);
    private long valued;

    /** Of the customer at hand. */
    private transient long ownJourneys;

    private transient long ownConverted;
    private transient long ownDropped;
    private transient long ownContained;
    private transient double ownMicros;
    private transient double ownValue;
    private transient double ownSatisfaction;
    private transient long ownAnswers;

    MixTally(int account) {
        this.account = account;
    }

    boolean hasOpenCustomer() {
        return ownJourneys > 0;
    }

    void add(ObservedJourney journey) {
        ownJourneys++;
        if (journey.isConverted()) {
            ownConverted++;
            ownMicros += journey.microsToConversion();
        }
        ownDropped += journey.isDropped() ? 1 : 0;
        ownContained += journey.isContained() ? 1 : 0;
        valued += journey.isValued() ? 1 : 0;
        ownValue += journey.value();
        ownSatisfaction += journey.satisfaction();
        ownAnswers += journey.answers();
    }

    /**
     * The next journey belongs to another customer.
     *
     * @param ownOfLength how many journeys of the length the customer at hand has
     */
    void closeCustomer(long ownOfLength) {
        share.add(ownJourneys, ownOfLength);
        conversions.add(ownConverted, ownJourneys);
        drops.add(ownDropped, ownJourneys);
        containment.add(ownContained, ownConverted);
        conversionMicros.add(ownMicros, ownConverted);
        value.add(ownValue, ownJourneys);
        satisfaction.add(ownSatisfaction, ownAnswers);
        ownJourneys = 0;
        ownConverted = 0;
        ownDropped = 0;
        ownContained = 0;
        ownMicros = 0;
        ownValue = 0;
        ownSatisfaction = 0;
        ownAnswers = 0;
    }

    void merge(MixTally other) {
        share.merge(other.share);
        conversions.merge(other.conversions);
        drops.merge(other.drops);
        containment.merge(other.containment);
        conversionMicros.merge(other.conversionMicros);
        value.merge(other.value);
        satisfaction.merge(other.satisfaction);
        valued += other.valued;
    }

    int account() {
        return account;
    }

    long journeys() {
        return conversions.trials();
    }

    ClusteredProportion share() {
        return share;
    }

    ClusteredProportion conversions() {
        return conversions;
    }

    ClusteredProportion drops() {
        return drops;
    }

    /** Of converted journeys. */
    ClusteredProportion containment() {
        return containment;
    }

    /** Of converted journeys, in microseconds. */
    ClusteredMean conversionMicros() {
        return conversionMicros;
    }

    /** Of journeys; one without a value counts as 0. */
    ClusteredMean value() {
        return value;
    }

    /** Of answers. */
    ClusteredMean satisfaction() {
        return satisfaction;
    }

    /** How many journeys have a value. */
    long valued() {
        return valued;
    }
}
