package io.parcours.conformance;

import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import java.io.Serializable;

/** The journeys of one group with which something was found. The journeys of one customer form one cluster. */
final class FindingTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DECIMALS = 9;

    private final ClusteredProportion found = new ClusteredProportion();
    private final ClusteredProportion converted = new ClusteredProportion();
    private final Examples examples = new Examples();
    /** Made with the first answer: most maps have no surveys. */
    private ClusteredMean satisfaction;

    private long complete;
    private long stopped;
    private long possibleAtHand;
    private long foundAtHand;
    private long convertedAtHand;
    private long answersAtHand;
    private double satisfactionAtHand;

    /** Whether the customer at hand has any journey with which it was possible. */
    boolean hasOpenCustomer() {
        return possibleAtHand > 0;
    }

    /** Takes in a journey of the customer at hand with which it was possible, but not so. */
    void addOther() {
        possibleAtHand++;
    }

    /** Takes in a journey of the customer at hand with which it is so. */
    void add(JourneyReading reading, JourneyFacts facts) {
        possibleAtHand++;
        foundAtHand++;
        convertedAtHand += facts.isConverted() ? 1 : 0;
        answersAtHand += facts.answers();
        satisfactionAtHand += facts.satisfaction();
        if (reading.isComplete()) {
            complete++;
        } else if (!facts.journey().isOpen()) {
            stopped++;
        }
        examples.add(facts);
    }

    /** The next journey belongs to another customer. */
    void closeCustomer() {
        found.add(foundAtHand, possibleAtHand);
        converted.add(convertedAtHand, foundAtHand);
        if (answersAtHand > 0) {
            satisfaction().add(satisfactionAtHand, answersAtHand);
        }
        possibleAtHand = 0;
        foundAtHand = 0;
        convertedAtHand = 0;
        answersAtHand = 0;
        satisfactionAtHand = 0;
    }

    void merge(FindingTally other) {
        found.merge(other.found);
        converted.merge(other.converted);
        examples.merge(other.examples);
        complete += other.complete;
        stopped += other.stopped;
        if (other.satisfaction != null) {
            satisfaction().merge(other.satisfaction);
        }
    }

    private ClusteredMean satisfaction() {
        satisfaction = satisfaction == null ? new ClusteredMean(DECIMALS) : satisfaction;
        return satisfaction;
    }

    /** Of the journeys with which it was possible, those with which it is so. */
    ClusteredProportion found() {
        return found;
    }

    /** Of the journeys with which it is so, those that converted. */
    ClusteredProportion converted() {
        return converted;
    }

    /** What was answered in the journeys with which it is so. */
    ClusteredMean answers() {
        return satisfaction == null ? new ClusteredMean(DECIMALS) : satisfaction;
    }

    /** How many journeys with which it is so came to the last expected stage. */
    long complete() {
        return complete;
    }

    /** How many did not and are over. */
    long stopped() {
        return stopped;
    }

    Examples examples() {
        return examples;
    }
}
