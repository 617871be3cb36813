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
            "The most frequent event of the last touchpoints of these units; among equals the first by UTF-8 bytes.",
            DropOffsRow::lastEvent);
    public static final Column<DropOffsRow> MEDIAN_SECONDS_SINCE_STEP = real(
            "median_seconds_since_step",
            "Median seconds from the last matched touchpoint to the next one, for (nothing) to as_of.",
            DropOffsRow::medianSecondsSinceStep);

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
                    MEDIAN_SECONDS_SINCE_STEP));

    private DropOffsReport() {}
}
