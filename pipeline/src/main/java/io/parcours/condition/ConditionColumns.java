package io.parcours.condition;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The columns a condition may name, numbered in the order a {@link ConditionRow} supplies them.
 *
 * @param names the columns' names
 * @param types the columns' types, one a name
 */
public record ConditionColumns(List<String> names, List<ConditionType> types) implements Serializable {

    public static final int CUSTOMER_ID = 0;
    public static final int OCCURRED_AT = 1;
    public static final int EVENT = 2;
    public static final int CHANNEL = 3;
    public static final int VALUE = 4;
    public static final int EVENT_ID = 5;
    public static final int STAGE = 6;
    public static final int FIRST_DIMENSION = 7;

    public ConditionColumns {
        names = List.copyOf(names);
        types = List.copyOf(types);
        if (names.size() != types.size()) {
            throw new IllegalArgumentException("as many types as names are needed");
        }
    }

    /** The columns of a touchpoint: its fields, its stage, then the map's dimensions in their order. */
    public static ConditionColumns ofTouchpoints(List<String> dimensions) {
        List<String> names = new ArrayList<>(
                List.of("customer_id", "occurred_at", "event", "channel", "value", "event_id", "stage"));
        List<ConditionType> types = new ArrayList<>(List.of(
                ConditionType.TEXT,
                ConditionType.INSTANT,
                ConditionType.TEXT,
                ConditionType.TEXT,
                ConditionType.NUMBER,
                ConditionType.TEXT,
                ConditionType.TEXT));
        for (String dimension : dimensions) {
            names.add(dimension);
            types.add(ConditionType.TEXT);
        }
        return new ConditionColumns(names, types);
    }

    /** The number of the column with this name, or nothing where there is none. */
    public OptionalInt indexOf(String name) {
        int index = names.indexOf(name);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
