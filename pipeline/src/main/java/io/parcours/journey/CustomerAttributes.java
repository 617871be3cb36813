package io.parcours.journey;

import io.parcours.touchpoint.Utf8Order;
import java.util.Comparator;

/**
 * What the table of customers says of one. Where several records do, the first one counts in the order of their
 * attributes, one after the other by UTF-8 bytes with missing ones last, then of their files: nothing depends on the order
 * of arrival.
 */
public final class CustomerAttributes {
    private static final Comparator<String> BY_TEXT = Comparator.nullsLast(Utf8Order.COMPARATOR);

    private final CustomerTouchpoints records;
    private final int count;
    private final int first;

    private CustomerAttributes(CustomerTouchpoints records, int count) {
        this.records = records;
        this.count = count;
        int found = 0;
        for (int row = 1; row < records.size(); row++) {
            found = compare(row, found) < 0 ? row : found;
        }
        this.first = found;
    }

    /**
     * Chooses among the records of a customer, as {@link CustomerGrouping} hands them over.
     *
     * @param count how many attributes there are
     */
    public static CustomerAttributes of(CustomerTouchpoints records, int count) {
        return new CustomerAttributes(records, count);
    }

    /** The touchpoints with the attributes as further dimensions, all of them missing where there is no record. */
    public CustomerTouchpoints joinedTo(CustomerTouchpoints touchpoints) {
        int[] codes = new int[count];
        for (int attribute = 0; attribute < count && records.size() > 0; attribute++) {
            codes[attribute] = records.dimensionCode(first, attribute);
        }
        return touchpoints.withAttributes(codes);
    }

    /** How many records there are. */
    public int size() {
        return records.size();
    }

    /** Whether this record is the one that counts. */
    public boolean isFirst(int record) {
        return record == first;
    }

    /** Whether a record has the attributes of the one that counts. */
    public boolean agrees(int record) {
        return compareAttributes(record, first) == 0;
    }

    public String sourceFile(int record) {
        return records.sourceFile(record);
    }

    private int compare(int one, int other) {
        int byAttributes = compareAttributes(one, other);
        return byAttributes != 0 ? byAttributes : BY_TEXT.compare(sourceFile(one), sourceFile(other));
    }

    private int compareAttributes(int one, int other) {
        for (int attribute = 0; attribute < count; attribute++) {
            int order = BY_TEXT.compare(records.dimension(one, attribute), records.dimension(other, attribute));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
