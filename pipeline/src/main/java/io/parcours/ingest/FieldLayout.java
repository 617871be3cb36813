package io.parcours.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is read of every record: the touchpoint's fields, then the map's dimensions, each with its source column. The
 * position of a field here is its position in {@link SourceRecord}.
 *
 * @param section the section of the map whose {@code columns} say the source columns, as in {@code input}
 * @param fields the fields in order
 */
public record FieldLayout(String section, List<Field> fields) implements Serializable {
    public static final int CUSTOMER_ID = 0;
    public static final int OCCURRED_AT = 1;
    public static final int EVENT = 2;
    public static final int CHANNEL = 3;
    public static final int VALUE = 4;
    public static final int EVENT_ID = 5;
    public static final int FIRST_DIMENSION = 6;
    /** In the layout of customers, which begins with {@link #CUSTOMER_ID} too. */
    public static final int FIRST_ATTRIBUTE = 1;

    private static final List<String> TOUCHPOINT_FIELDS =
            List.of("customer_id", "occurred_at", "event", "channel", "value", "event_id");

    /**
     * A field of the layout.
     *
     * @param name the touchpoint's field or the dimension
     * @param column the source column; dots reach into nested records where no column has that very name
     * @param isNeeded whether a file without the column breaks the input contract; otherwise the field has no values
     */
    public record Field(String name, String column, boolean isNeeded) implements Serializable {}

    public FieldLayout {
        fields = List.copyOf(fields);
    }

    /** The layout of a map: a field is needed if the model needs it, the map lists it, or the map says its column. */
    public static FieldLayout of(InputRules rules) {
        List<Field> fields = new ArrayList<>();
        for (String name : TOUCHPOINT_FIELDS) {
            boolean isNeeded = fields.size() <= EVENT || rules.columns().containsKey(name);
            fields.add(new Field(name, rules.sourceColumn(name), isNeeded));
        }
        for (String name : rules.dimensions()) {
            fields.add(new Field(name, rules.sourceColumn(name), true));
        }
        return new FieldLayout("input", fields);
    }

    /** The layout of the table of customers: the customer, then the attributes, all of them needed. */
    public static FieldLayout of(CustomerRules rules) {
        List<Field> fields = new ArrayList<>();
        String customerId = TOUCHPOINT_FIELDS.get(CUSTOMER_ID);
        fields.add(new Field(customerId, rules.column(customerId), true));
        rules.attributes().forEach(name -> fields.add(new Field(name, rules.column(name), true)));
        return new FieldLayout("customers", fields);
    }

    public int size() {
        return fields.size();
    }

    public int dimensionCount() {
        return fields.size() - FIRST_DIMENSION;
    }

    String name(int field) {
        return fields.get(field).name();
    }

    String column(int field) {
        return fields.get(field).column();
    }
}
