package io.parcours.ingest;

import io.parcours.touchpoint.Touchpoint;
import java.io.Serializable;
import java.util.List;

/** What became of a record. */
public sealed interface ParsedRecord extends Serializable {

    /** The file the record came from. */
    String sourceFile();

    /**
     * It is a touchpoint.
     *
     * @param touchpoint the touchpoint
     * @param isPrecisionCut whether its time had digits finer than microseconds
     */
    record Accepted(Touchpoint touchpoint, boolean isPrecisionCut) implements ParsedRecord {
        @Override
        public String sourceFile() {
            return touchpoint.sourceFile();
        }
    }

    /**
     * It is what the table of customers says of one.
     *
     * @param customerId of whom; never blank
     * @param attributes the map's attributes in their order, null where missing
     * @param sourceFile the file it came from
     */
    record Attributed(String customerId, List<String> attributes, String sourceFile) implements ParsedRecord {}

    /**
     * It is in the quarantine.
     *
     * @param reason why
     * @param detail what exactly is wrong, in at most 200 characters
     * @param rawRecord the record as it stood, cut where very long
     * @param sourceFile the file it came from
     */
    record Rejected(RejectReason reason, String detail, String rawRecord, String sourceFile) implements ParsedRecord {}

    /**
     * It was left out on purpose: the map's {@code where} does not hold.
     *
     * @param sourceFile the file it came from
     * @param isConditionFailed whether the condition could not be worked out on this record, which counts as false
     */
    record Filtered(String sourceFile, boolean isConditionFailed) implements ParsedRecord {}

    /**
     * It lies after the instant everything is measured as of.
     *
     * @param sourceFile the file it came from
     */
    record AfterAsOf(String sourceFile) implements ParsedRecord {}
}
