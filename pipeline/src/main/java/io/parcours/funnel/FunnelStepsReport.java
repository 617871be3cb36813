package io.parcours.funnel;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;

/** The table {@code funnel_steps}: sorted by funnel and breakdown as in the map ({@code all} first), value, step. */
public final class FunnelStepsReport {

    public static final Column<FunnelStepsRow> FUNNEL = text("funnel", "The funnel's name.", FunnelStepsRow::funnel);
    public static final Column<FunnelStepsRow> BREAKDOWN = text(
            "breakdown", "all: every unit; otherwise channel or the dimension counted by.", FunnelStepsRow::breakdown);
    public static final Column<FunnelStepsRow> BREAKDOWN_VALUE = text(
            "breakdown_value",
            "The value on the unit's first touchpoint that serves step 1 (for open_count: that serves this step);"
                    + " (none) where it is missing; all where breakdown is all.",
            FunnelStepsRow::breakdownValue);
    public static final Column<FunnelStepsRow> STEP =
            whole("step", "The step's number, 1 for the first.", row -> (long) row.step());
    public static final Column<FunnelStepsRow> STEP_NAME =
            text("step_name", "The step's name.", FunnelStepsRow::stepName);
    public static final Column<FunnelStepsRow> REACHED_COUNT = whole(
            "reached_count",
            "What the funnel counts (customers, journeys, sessions, attempts, or pairs of a unit and a held value) whose"
                    + " chain reached this step.",
            FunnelStepsRow::reached);
    public static final Column<FunnelStepsRow> DROPPED_COUNT = whole(
            "dropped_count",
            "Units that reached the required step before but not this one, and have no time left; 0 at step 1 and at"
                    + " optional steps.",
            FunnelStepsRow::dropped);
    public static final Column<FunnelStepsRow> IN_PROGRESS_COUNT = whole(
            "in_progress_count",
            "Units that reached the required step before but not this one, and have time left: an entry whose window"
                    + " lasts beyond as_of, or an open session or journey; 0 at step 1 and at optional steps.",
            FunnelStepsRow::inProgress);
    public static final Column<FunnelStepsRow> OPEN_COUNT = whole(
            "open_count",
            "Units with any touchpoint that serves this step, whatever came before.",
            FunnelStepsRow::open);
    public static final Column<FunnelStepsRow> RATE_FROM_FIRST = real(
            "rate_from_first",
            "reached_count / reached_count of step 1; 1 at step 1; null where nobody entered.",
            row -> row.fromFirst().value());
    public static final Column<FunnelStepsRow> RATE_FROM_FIRST_LOW = real(
            "rate_from_first_low",
            "Lower end of the 95 % interval; null with the rate.",
            row -> row.fromFirst().low());
    public static final Column<FunnelStepsRow> RATE_FROM_FIRST_HIGH = real(
            "rate_from_first_high",
            "Upper end of the 95 % interval; null with the rate.",
            row -> row.fromFirst().high());
    public static final Column<FunnelStepsRow> RATE_FROM_PREVIOUS = real(
            "rate_from_previous",
            "reached_count / reached_count of the required step before; null at step 1 and where nobody reached that.",
            row -> row.fromPrevious().value());
    public static final Column<FunnelStepsRow> RATE_FROM_PREVIOUS_LOW = real(
            "rate_from_previous_low",
            "Lower end of the 95 % interval; null with the rate.",
            row -> row.fromPrevious().low());
    public static final Column<FunnelStepsRow> RATE_FROM_PREVIOUS_HIGH = real(
            "rate_from_previous_high",
            "Upper end of the 95 % interval; null with the rate.",
            row -> row.fromPrevious().high());
    public static final Column<FunnelStepsRow> MATURE_ENTERED_COUNT = whole(
            "mature_entered_count",
            "Units that enter by entries whose whole window lies up to as_of, the base of mature_rate; null without a"
                    + " window.",
            FunnelStepsRow::matureEntered);
    public static final Column<FunnelStepsRow> MATURE_REACHED_COUNT = whole(
            "mature_reached_count",
            "Units that reached this step by a chain from such an entry; null without a window.",
            FunnelStepsRow::matureReached);
    public static final Column<FunnelStepsRow> MATURE_RATE = real(
            "mature_rate",
            "mature_reached_count / mature_entered_count; null without a window or where that is 0.",
            row -> row.mature().value());
    public static final Column<FunnelStepsRow> MATURE_RATE_LOW = real(
            "mature_rate_low",
            "Lower end of the 95 % interval; null with the rate.",
            row -> row.mature().low());
    public static final Column<FunnelStepsRow> MATURE_RATE_HIGH = real(
            "mature_rate_high",
            "Upper end of the 95 % interval; null with the rate.",
            row -> row.mature().high());
    public static final Column<FunnelStepsRow> SECONDS_FROM_PREVIOUS_P50 = real(
            "seconds_from_previous_p50",
            "Median seconds from the step reached before, optional or not, to this one, over units that reached it; null at step 1 and where"
                    + " none did.",
            row -> row.timesFromPrevious().median());
    public static final Column<FunnelStepsRow> SECONDS_FROM_PREVIOUS_P90 = real(
            "seconds_from_previous_p90",
            "90th percentile of the same, in seconds; null with the median.",
            row -> row.timesFromPrevious().ninetieth());
    public static final Column<FunnelStepsRow> SECONDS_FROM_PREVIOUS_MEAN = real(
            "seconds_from_previous_mean",
            "Mean of the same, in seconds; null with the median.",
            row -> row.timesFromPrevious().mean());
    public static final Column<FunnelStepsRow> SECONDS_FROM_FIRST_P50 = real(
            "seconds_from_first_p50",
            "Median seconds from step 1 to this one, over units that reached it; null at step 1 and where none did.",
            row -> row.timesFromFirst().median());
    public static final Column<FunnelStepsRow> SECONDS_FROM_FIRST_P90 = real(
            "seconds_from_first_p90",
            "90th percentile of the same, in seconds; null with the median.",
            row -> row.timesFromFirst().ninetieth());
    public static final Column<FunnelStepsRow> SECONDS_FROM_FIRST_MEAN = real(
            "seconds_from_first_mean",
            "Mean of the same, in seconds; null with the median.",
            row -> row.timesFromFirst().mean());
    public static final Column<FunnelStepsRow> INTERVAL_BASIS =
            text("interval_basis", Rate.BASIS_COMMENT, FunnelStepsRow::intervalBasis);

    public static final ReportTable<FunnelStepsRow> TABLE = new ReportTable<>(
            "funnel_steps",
            "a step of a funnel for one breakdown value",
            List.of(
                    FUNNEL,
                    BREAKDOWN,
                    BREAKDOWN_VALUE,
                    STEP,
                    STEP_NAME,
                    REACHED_COUNT,
                    DROPPED_COUNT,
                    IN_PROGRESS_COUNT,
                    OPEN_COUNT,
                    RATE_FROM_FIRST,
                    RATE_FROM_FIRST_LOW,
                    RATE_FROM_FIRST_HIGH,
                    RATE_FROM_PREVIOUS,
                    RATE_FROM_PREVIOUS_LOW,
                    RATE_FROM_PREVIOUS_HIGH,
                    MATURE_ENTERED_COUNT,
                    MATURE_REACHED_COUNT,
                    MATURE_RATE,
                    MATURE_RATE_LOW,
                    MATURE_RATE_HIGH,
                    SECONDS_FROM_PREVIOUS_P50,
                    SECONDS_FROM_PREVIOUS_P90,
                    SECONDS_FROM_PREVIOUS_MEAN,
                    SECONDS_FROM_FIRST_P50,
                    SECONDS_FROM_FIRST_P90,
                    SECONDS_FROM_FIRST_MEAN,
                    INTERVAL_BASIS));

    private FunnelStepsReport() {}
}
