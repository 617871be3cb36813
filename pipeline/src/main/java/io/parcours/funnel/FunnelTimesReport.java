package io.parcours.funnel;

import static io.parcours.table.Column.realOrNaN;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;
import static io.parcours.table.Column.wholeInEveryRow;

import io.parcours.table.ReportTable;
import java.util.List;

/** The table {@code funnel_times}: sorted by funnel as in the map, later step, the step before first, time. */
public final class FunnelTimesReport {

    public static final ReportTable<FunnelTimesRow> TABLE = new ReportTable<>(
            "funnel_times",
            "a bar of the histogram of the time between two steps of a funnel",
            List.of(
                    text("funnel", "The funnel's name.", FunnelTimesRow::funnel),
                    whole(
                            "from_step",
                            "The step from which the time counts: the one reached before to_step, and from to_step 3 on"
                                    + " also step 1. Null where an optional step stands before to_step: then it is the"
                                    + " step that each unit reached before, optional or not.",
                            FunnelTimesRow::fromStep),
                    wholeInEveryRow("to_step", "The step to which the time counts, from 2.", FunnelTimesRow::toStep),
                    text(
                            "from_step_name",
                            "The name of from_step; (step reached before) where that is null.",
                            FunnelTimesRow::fromStepName),
                    text("to_step_name", "The name of to_step.", FunnelTimesRow::toStepName),
                    wholeInEveryRow(
                            "seconds_from",
                            "The shortest time in the bar, in seconds: 0, 1, 2, 5, 10, 20, 50, 100 and so on without a"
                                    + " cap. Bars run without a gap from the first to the last that has units.",
                            FunnelTimesRow::secondsFrom),
                    wholeInEveryRow(
                            "seconds_to",
                            "Times in the bar are shorter than this: the seconds_from of the next one.",
                            FunnelTimesRow::secondsTo),
                    wholeInEveryRow(
                            "unit_count", "Units that reached to_step and took so long.", FunnelTimesRow::units),
                    realOrNaN(
                            "share", "Their part of all units that reached to_step, 0 to 1.", FunnelTimesRow::share)));

    private FunnelTimesReport() {}
}
