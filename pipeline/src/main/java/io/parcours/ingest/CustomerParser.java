package io.parcours.ingest;

import java.util.Arrays;
import java.util.Collections;

/**
 * Judges records of the table of customers: rejected where they cannot be read or name no customer, else the attributes
 * of a customer. An attribute is text without surrounding blanks, as a dimension is.
 */
public final class CustomerParser implements RecordJudge {
    private static final int LONGEST_DETAIL = 200;

    private final FieldLayout layout;

    /** A judge of records of {@link FieldLayout#of(CustomerRules)}. */
    public CustomerParser(FieldLayout layout) {
        this.layout = layout;
    }

    @Override
    public ParsedRecord parse(SourceRecord record) {
        if (record.isMalformed()) {
            return rejected(record, RejectReason.MALFORMED, record.problem());
        }
        String customerId = TextValues.of(record.value(FieldLayout.CUSTOMER_ID));
        if (customerId == null) {
            String column = layout.column(FieldLayout.CUSTOMER_ID);
            return rejected(record, RejectReason.MISSING_CUSTOMER, column + " is missing or blank");
        }
        String[] attributes = new String[layout.size() - FieldLayout.FIRST_ATTRIBUTE];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = TextValues.of(record.value(FieldLayout.FIRST_ATTRIBUTE + i));
        }
        return new ParsedRecord.Attributed(
                customerId, Collections.unmodifiableList(Arrays.asList(attributes)), record.sourceFile());
    }

    private static ParsedRecord rejected(SourceRecord record, RejectReason reason, String detail) {
        return new ParsedRecord.Rejected(
                reason, OneLine.cut(detail, LONGEST_DETAIL), record.rawRecord(), record.sourceFile());
    }
}
