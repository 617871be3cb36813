package io.parcours.run;

import io.parcours.journey.CustomerAttributes;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;

/** What becomes of the records of the table of customers, known once a customer's records are together. */
final class CustomerOutcomes {
    private CustomerOutcomes() {}

    /** Counts the records of a customer with touchpoints: the one that counts is accepted, the others repeat it. */
    static void countJoined(CustomerAttributes attributes, RecordCounts outcomes) {
        for (int record = 0; record < attributes.size(); record++) {
            String file = attributes.sourceFile(record);
            if (attributes.isFirst(record)) {
                outcomes.add(file, RecordOutcome.ACCEPTED, null);
            } else {
                String reason = attributes.agrees(record) ? null : RecordCounts.CONFLICTING_CUSTOMER;
                outcomes.add(file, RecordOutcome.DUPLICATE, reason);
            }
        }
    }

    /** Counts the records of a customer without touchpoints. */
    static void countAlone(CustomerAttributes attributes, RecordCounts outcomes) {
        for (int record = 0; record < attributes.size(); record++) {
            outcomes.add(attributes.sourceFile(record), RecordOutcome.FILTERED, RecordCounts.NO_TOUCHPOINTS);
        }
    }
}
