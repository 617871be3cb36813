package io.parcours.funnel;

import static io.parcours.table.Column.date;
import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;
import static io.parcours.table.Column.wholeInEveryRow;

import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;

/** The table {@code funnel_trend}: sorted by funnel as in the map, cohort, step. */
public final class FunnelTrendReport {

    public static final ReportTable<FunnelTrendRow> TABLE = new ReportTable<>(
            "funnel_trend",
            "a step of a funnel for the units that entered in one period",
            List.of(
                    text("funnel", "The funnel's name.", FunnelTrendRow::funnel),
                    date(
                            "cohort",
                            "The local day that the period of entry begins with: the day itself, the week's Monday, or"
                                    + " the first of the month, by entry_cohort in the map. A unit enters with its"
                                    + " first touchpoint that serves step 1, an attempt with the one it starts with."
                                    + " Periods in which nobody entered have no rows.",
                            FunnelTrendRow::cohort),
                    wholeInEveryRow("step", "The step's number, 1 for the first.", FunnelTrendRow::step),
                    text("step_name", "The step's name.", FunnelTrendRow::stepName),
                    wholeInEveryRow("entered_count", "Units that entered in the period.", FunnelTrendRow::entered),
                    wholeInEveryRow("reached_count", "Those of them that reached this step.", FunnelTrendRow::reached),
                    wholeInEveryRow(
                            "dropped_count",
                            "Those that reached the required step before but not this one, and have no time left; 0 at step 1 and"
                                    + " at optional steps.",
                            FunnelTrendRow::dropped),
                    wholeInEveryRow(
                            "in_progress_count",
                            "Those that reached the required step before but not this one, and have time left; 0 at step 1 and at"
                                    + " optional steps.",
                            FunnelTrendRow::inProgress),
                    whole(
                            "mature_entered_count",
                            "Those with an entry whose whole window lies up to as_of, the base of mature_rate; null"
                                    + " without a window.",
                            FunnelTrendRow::matureEntered),
                    whole(
                            "mature_reached_count",
                            "Those that reached this step by a chain from such an entry; null without a window.",
                            FunnelTrendRow::matureReached),
                    real(
                            "mature_rate",
                            "mature_reached_count / mature_entered_count; null without a window or where that is 0.",
                            row -> row.mature().value()),
                    real(
                            "mature_rate_low",
                            "Lower end of the 95 % interval; null with the rate.",
                            row -> row.mature().low()),
                    real(
                            "mature_rate_high",
                            "Upper end of the 95 % interval; null with the rate.",
                            row -> row.mature().high()),
                    text("interval_basis", Rate.BASIS_COMMENT, FunnelTrendRow::intervalBasis)));

    private FunnelTrendReport() {}

    /** The rows of one funnel. */
    static List<FunnelTrendRow> rows(FunnelTally funnel) {
        List<FunnelTrendRow> rows = new ArrayList<>();
        funnel.cohorts().cohorts().forEach(cohort -> {
            StepCounts counts = funnel.cohorts().of(cohort);
            for (int step = 1; step <= funnel.plan().stepCount(); step++) {
                rows.add(FunnelTrendRow.of(funnel.plan(), cohort, step, counts));
            }
        });
        return rows;
    }
}
