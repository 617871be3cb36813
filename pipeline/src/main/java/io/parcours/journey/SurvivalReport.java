package io.parcours.journey;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.realOrNaN;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.wholeInEveryRow;

import io.parcours.stats.Durations;
import io.parcours.stats.Interval;
import io.parcours.stats.KaplanMeier;
import io.parcours.stats.ObservedDays;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code survival}, to which several features give curves: sorted by curve in the order of the features and of
 * the map, group, time.
 */
public final class SurvivalReport {
    /** What the names of churn's curves begin with; all others are of funnels. */
    public static final String CHURN_CURVE = "churn:";

    /** A curve with more distinct event times than this is thinned. */
    private static final int MOST_TIMES = 1_000;

    private static final double FALL = 0.001;

    public static final ReportTable<SurvivalRow> TABLE = new ReportTable<>(
            "survival",
            "a time on a Kaplan-Meier curve",
            List.of(
                    text(
                            "curve",
                            "What is survived. funnel:NAME is the time a unit of the funnel takes to convert, from its"
                                    + " first touchpoint that serves step 1 and by chains from that one; units that have"
                                    + " not are censored at as_of or the end of the window, whichever is earlier."
                                    + " Churn counts whole local days of customers: churn:second_conversion from the"
                                    + " first day with a conversion to the next one, churn:inactivity from the first"
                                    + " active day to the one on which the first long silence is known, churn:end from"
                                    + " there to the day of what ends a subscription; censored on the day of as_of."
                                    + " Definitions: docs/churn.md.",
                            SurvivalRow::curve),
                    text(
                            "group",
                            "Whose curve it is; all for everybody's, column=value for the customers with this value in a"
                                    + " column of churn.breakdown.",
                            SurvivalRow::group),
                    realOrNaN(
                            "time",
                            "Seconds since time zero; a day of churn is 86,400. There is a row at 0 and at every distinct time of an event; of a"
                                    + " curve with more than 1,000 such times, the first and the last row and those at"
                                    + " which survival has fallen by 0.001 or more since the row before. Values are"
                                    + " always those of the full curve.",
                            row -> row.point().seconds()),
                    wholeInEveryRow(
                            "at_risk",
                            "How many had neither the event nor were censored before this time; who is censored at it"
                                    + " still counts.",
                            row -> row.point().atRisk()),
                    wholeInEveryRow(
                            "events",
                            "How many have the event at exactly this time.",
                            row -> row.point().events()),
                    realOrNaN(
                            "survival",
                            "Estimated part without the event up to and including this time, 0 to 1; of a funnel, the"
                                    + " part not yet converted.",
                            row -> row.point().survival()),
                    realOrNaN(
                            "std_err",
                            "Greenwood's standard error of survival.",
                            row -> row.point().standardError()),
                    real(
                            "low",
                            "Lower end of the 95 % interval on the scale of log(-log(survival)); null where survival"
                                    + " is 0 or 1.",
                            row -> row.point().interval() == null
                                    ? null
                                    : row.point().interval().low()),
                    real(
                            "high",
                            "Upper end of the same; null with it.",
                            row -> row.point().interval() == null
                                    ? null
                                    : row.point().interval().high())));

    private SurvivalReport() {}

    /** The rows of a file of this table; read once. */
    public static List<SurvivalRow> read(TableReader file) {
        List<SurvivalRow> rows = new ArrayList<>();
        file.rows(TABLE.columns().stream().map(Column::name).toList()).forEachRemaining(row -> rows.add(row(row)));
        return rows;
    }

    private static SurvivalRow row(TableRow row) {
        Interval interval = row.value(7) == null ? null : new Interval((Double) row.value(7), (Double) row.value(8));
        return new SurvivalRow(
                (String) row.value(0),
                (String) row.value(1),
                new KaplanMeier.Point(
                        (Double) row.value(2),
                        (Long) row.value(3),
                        (Long) row.value(4),
                        (Double) row.value(5),
                        (Double) row.value(6),
                        interval));
    }

    /** The rows of one curve, thinned where it is long; none where nobody was observed. */
    public static List<SurvivalRow> rows(String curve, String group, Durations events, Durations censorings) {
        return KaplanMeier.thinned(events, censorings, MOST_TIMES, FALL).stream()
                .map(point -> new SurvivalRow(curve, group, point))
                .toList();
    }

    /** The same of units observed in whole days. */
    public static List<SurvivalRow> rows(String curve, String group, ObservedDays days) {
        return KaplanMeier.thinned(days, MOST_TIMES, FALL).stream()
                .map(point -> new SurvivalRow(curve, group, point))
                .toList();
    }
}
