package io.parcours.segment;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.ConditionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What conditions of segments may ask of a customer, in order: the columns below, then the dimensions. */
public final class CustomerColumns {
    /** Who. */
    public static final int CUSTOMER_ID = 0;
    /** The instant of the first touchpoint. */
    public static final int FIRST_AT = 1;
    /** The instant of the last touchpoint. */
    public static final int LAST_AT = 2;
    /** The number of touchpoints. */
    public static final int TOUCHPOINTS = 3;
    /** The number of sessions. */
    public static final int SESSIONS = 4;
    /** The number of journeys. */
    public static final int JOURNEYS = 5;
    /** The number of journeys that are converted. */
    public static final int CONVERSIONS = 6;
    /** Whole local days from the first touchpoint to as_of. */
    public static final int DAYS_SINCE_FIRST = 7;
    /** Whole local days from the last touchpoint to as_of. */
    public static final int DAYS_SINCE_LAST = 8;
    /** The sum of the values of all touchpoints. */
    public static final int VALUE = 9;
    /** The sum of the values of conversions. */
    public static final int CONVERSION_VALUE = 10;
    /** The number of different channels. */
    public static final int CHANNELS = 11;
    /** The channel of the first touchpoint. */
    public static final int FIRST_CHANNEL = 12;
    /** The channel of the last touchpoint. */
    public static final int LAST_CHANNEL = 13;
    /** The event of the last touchpoint. */
    public static final int LAST_EVENT = 14;
    /** The stage of the first touchpoint that has one. */
    public static final int FIRST_STAGE = 15;
    /** The latest stage in the lifecycle's order. */
    public static final int FURTHEST_STAGE = 16;
    /** The stage of the last touchpoint that has one. */
    public static final int LAST_STAGE = 17;
    /** The mean of the answers' scores as parts of their scale, 0 to 1. */
    public static final int SATISFACTION = 18;
    /** The number of answers to surveys. */
    public static final int ANSWERS = 19;
    /** The first dimension; a customer's value of a dimension is the latest. */
    public static final int FIRST_DIMENSION = 20;

    private static final List<String> NAMES = List.of(
            "customer_id",
            "first_at",
            "last_at",
            "touchpoints",
            "sessions",
            "journeys",
            "conversions",
            "days_since_first",
            "days_since_last",
            "value",
            "conversion_value",
            "channels",
            "first_channel",
            "last_channel",
            "last_event",
            "first_stage",
            "furthest_stage",
            "last_stage",
            "satisfaction",
            "answers");
    private static final Set<Integer> INSTANTS = Set.of(FIRST_AT, LAST_AT);
    private static final Set<Integer> NUMBERS = Set.of(
            TOUCHPOINTS,
            SESSIONS,
            JOURNEYS,
            CONVERSIONS,
            DAYS_SINCE_FIRST,
            DAYS_SINCE_LAST,
            VALUE,
            CONVERSION_VALUE,
            CHANNELS,
            SATISFACTION,
            ANSWERS);

    private CustomerColumns() {}

    /**
     * The columns of a customer.
     *
     * @param dimensions what touchpoints have beside their fields, in order
     */
    public static ConditionColumns of(List<String> dimensions) {
        List<String> names = new ArrayList<>(NAMES);
        names.addAll(dimensions);
        List<ConditionType> types = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            types.add(typeOf(column));
        }
        return new ConditionColumns(names, types);
    }

    private static ConditionType typeOf(int column) {
        if (INSTANTS.contains(column)) {
            return ConditionType.INSTANT;
        }
        return NUMBERS.contains(column) ? ConditionType.NUMBER : ConditionType.TEXT;
    }
}
