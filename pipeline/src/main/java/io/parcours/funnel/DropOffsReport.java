package io.parcours.funnel;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;

/** The table {@code drop_offs}: sorted by funnel as in the map, step, falling count, next event, next channel. */
public final class DropOffsReport {

    public static final Column<DropOffsRow> FUNNEL = text("funnel", "The funnel's name.", DropOffsRow::funnel);
    public static final Column<DropOffsRow> STEP = whole(
            "step", "The number of the step that was lost: the units reached the step before and dropped out.", row ->
                    (long) row.step());
    public static final Column<DropOffsRow> STEP_NAME =
            text("step_name", "The name of the step that was lost.", DropOffsRow::stepName);
    public static final Column<DropOffsRow> NEXT_EVENT = text(
            "next_event",
            "The event of the unit's first touchpoint after its last matched one, up to as_of; (nothing) where there"
                    + " is none.",
            DropOffsRow::nextEvent);
    public static final Column<DropOffsRow> NEXT_CHANNEL = text(
            "next_channel",
            "The channel of that touchpoint, (none) where it has none; (nothing) where there is no such touchpoint.",
            DropOffsRow::nextChannel);
    public static final Column<DropOffsRow> DROPPED_COUNT = whole(
            "dropped_count",
            "Units lost at this step that did this next; their sum is the dropped_count of funnel_steps.",
            DropOffsRow::dropped);
    public static final Column<DropOffsRow> SHARE =
            real("share", "Their part of all units lost at this step, 0 to 1.", DropOffsRow::share);
    public static final Column<DropOffsRow> LAST_EVENT = text(
            "last_event",
            "The most frequent event of the last touchpoints of these units; among equals the first by UTF-8 bytes."
                    + " Touchpoints of surveys after the last matched one are passed over.",
            DropOffsRow::lastEvent);
    public static final Column<DropOffsRow> MEDIAN_SECONDS_SINCE_STEP = real(
            "median_seconds_since_step",
            "Median seconds from the last matched touchpoint to the next one, for (nothing) to as_of.",
            DropOffsRow::medianSecondsSinceStep);
    public static final Column<DropOffsRow> VALUE_PER_CONVERSION = real(
            "value_per_conversion",
            "Mean value of the touchpoint with which a unit of this funnel converted, over conversions that have a value;"
                    + " null where none has.",
            row -> row.atStake().perConversion());
    public static final Column<DropOffsRow> VALUE_AT_STAKE = real(
            "value_at_stake",
            "dropped_count x value_per_conversion, in the log's own unit: what was lost if all of these units had"
                    + " converted. An upper bound, as not everyone lost would have; null with value_per_conversion.",
            row -> row.atStake().value());
    public static final Column<DropOffsRow> VALUE_AT_STAKE_LOW = real(
            "value_at_stake_low",
            "Lower end: dropped_count x that of the 95 % interval of the mean (Student's t, conversions taken as"
                    + " independent); null where fewer than two conversions have a value.",
            row -> row.atStake().low());
    public static final Column<DropOffsRow> VALUE_AT_STAKE_HIGH = real(
            "value_at_stake_high",
            "Upper end of the same; null with it.",
            row -> row.atStake().high());
    public static final Column<DropOffsRow> RANK = whole(
            "rank",
            "1 where most is at stake in the funnel: by value_at_stake, or by dropped_count where that is null; ties in"
                    + " the order of the rows.",
            row -> (long) row.rank());

    public static final ReportTable<DropOffsRow> TABLE = new ReportTable<>(
            "drop_offs",
            "what the units lost at a step of a funnel did next",
            List.of(
                    FUNNEL,
                    STEP,
                    STEP_NAME,
                    NEXT_EVENT,
                    NEXT_CHANNEL,
                    DROPPED_COUNT,
                    SHARE,
                    LAST_EVENT,
                    MEDIAN_SECONDS_SINCE_STEP,
                    VALUE_PER_CONVERSION,
                    VALUE_AT_STAKE,
                    VALUE_AT_STAKE_LOW,
                    VALUE_AT_STAKE_HIGH,
                    RANK));

    private DropOffsReport() {}
}
