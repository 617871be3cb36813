package io.parcours.funnel;

import static io.parcours.table.Column.flag;
import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.stats.RateDifference;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The table {@code drop_off_drivers}: what goes with being lost, which need not be why. Sorted by funnel as in the map,
 * step, q, p, factor, value.
 */
public final class DropOffDriversReport {

    public static final Column<DropOffDriversRow> FUNNEL =
            text("funnel", "The funnel's name.", DropOffDriversRow::funnel);
    public static final Column<DropOffDriversRow> STEP = whole(
            "step",
            "The number of the step at which units were lost or went on, 2 or more; optional steps have no rows.",
            row -> (long) row.step());
    public static final Column<DropOffDriversRow> STEP_NAME =
            text("step_name", "The name of that step.", DropOffDriversRow::stepName);
    public static final Column<DropOffDriversRow> FACTOR = text(
            "factor",
            "The kind of thing compared: channel or a dimension (its value on the touchpoint with which the unit came to"
                    + " the step before), preceding_event (up to there) or intervening_event (soon after, among units"
                    + " still undecided). A dimension named like one of these has dimension: before its name.",
            DropOffDriversRow::factor);
    public static final Column<DropOffDriversRow> VALUE =
            text("value", "The channel, value or event; (none) where a touchpoint has none.", DropOffDriversRow::value);
    public static final Column<DropOffDriversRow> LOST_COUNT = whole(
            "lost_count",
            "Units lost at the step whose time is up, of each customer the first; for intervening_event only those that"
                    + " were undecided for long enough.",
            row -> row.lost().trials());
    public static final Column<DropOffDriversRow> LOST_WITH_COUNT = whole(
            "lost_with_count",
            "How many of them have the value.",
            row -> row.lost().successes());
    public static final Column<DropOffDriversRow> WENT_ON_COUNT = whole(
            "went_on_count",
            "Likewise, units that reached the step.",
            row -> row.wentOn().trials());
    public static final Column<DropOffDriversRow> WENT_ON_WITH_COUNT = whole(
            "went_on_with_count",
            "How many of them have the value.",
            row -> row.wentOn().successes());
    public static final Column<DropOffDriversRow> LOST_RATE = real(
            "lost_rate",
            "lost_with_count / lost_count, all strata together; null where nobody was lost.",
            row -> row.lost().rate().orElse(null));
    public static final Column<DropOffDriversRow> WENT_ON_RATE = real(
            "went_on_rate",
            "went_on_with_count / went_on_count, all strata together; null where nobody went on.",
            row -> row.wentOn().rate().orElse(null));
    public static final Column<DropOffDriversRow> RATE_DIFFERENCE = real(
            "rate_difference",
            "lost_rate - went_on_rate; null with either.",
            row -> difference(row, RateDifference::value));
    public static final Column<DropOffDriversRow> RATE_DIFFERENCE_LOW = real(
            "rate_difference_low",
            "Lower end of its 95 % interval (Newcombe's method 10).",
            row -> difference(row, RateDifference::low));
    public static final Column<DropOffDriversRow> RATE_DIFFERENCE_HIGH =
            real("rate_difference_high", "Upper end of that interval.", row -> difference(row, RateDifference::high));
    public static final Column<DropOffDriversRow> ODDS_RATIO = real(
            "odds_ratio",
            "The odds of having the value of the lost over those of who went on, pooled over strata (Mantel-Haenszel);"
                    + " above 1: the lost have it more often. Null where not tested or infinite.",
            row -> row.test().oddsRatio());
    public static final Column<DropOffDriversRow> ODDS_RATIO_LOW = real(
            "odds_ratio_low",
            "Lower end of its 95 % interval (Robins, Breslow and Greenland); null also where the ratio is 0.",
            row -> row.test().oddsRatioLow());
    public static final Column<DropOffDriversRow> ODDS_RATIO_HIGH = real(
            "odds_ratio_high",
            "Upper end of that interval; null likewise.",
            row -> row.test().oddsRatioHigh());
    public static final Column<DropOffDriversRow> P_VALUE = real(
            "p_value",
            "How likely a difference at least as large would be if within each stratum it were chance who has the value;"
                    + " null where not tested.",
            row -> row.test().pValue());
    public static final Column<DropOffDriversRow> Q_VALUE = real(
            "q_value",
            "The share of false ones to expect among all rows of the funnel with this q or a lower one, at most"
                    + " (Benjamini-Hochberg over all tested rows of the funnel); null where not tested.",
            row -> row.test().qValue());
    public static final Column<DropOffDriversRow> TEST = text(
            "test",
            "fisher_exact (one stratum), exact_stratified, or cmh_chi_square where there are many units; null where not"
                    + " tested.",
            row -> row.test().test());
    public static final Column<DropOffDriversRow> STRATA_COUNT = whole(
            "strata_count", "The strata with lost and gone on, with and without the value; others tell nothing.", row ->
                    (long) row.test().strata());
    public static final Column<DropOffDriversRow> IS_TESTED = flag(
            "is_tested",
            "False where these strata have fewer than " + DriverTest.FEWEST_WITH_OR_WITHOUT
                    + " units with the value or without it, or fewer than " + DriverTest.FEWEST_LOST_OR_GONE_ON
                    + " lost or gone on: no finding.",
            row -> row.test().isTested());

    public static final ReportTable<DropOffDriversRow> TABLE = new ReportTable<>(
            "drop_off_drivers",
            "something that the lost at a step of a funnel may have more or less often than those who went on: an"
                    + " association, which need not be a cause",
            List.of(
                    FUNNEL,
                    STEP,
                    STEP_NAME,
                    FACTOR,
                    VALUE,
                    LOST_COUNT,
                    LOST_WITH_COUNT,
                    WENT_ON_COUNT,
                    WENT_ON_WITH_COUNT,
                    LOST_RATE,
                    WENT_ON_RATE,
                    RATE_DIFFERENCE,
                    RATE_DIFFERENCE_LOW,
                    RATE_DIFFERENCE_HIGH,
                    ODDS_RATIO,
                    ODDS_RATIO_LOW,
                    ODDS_RATIO_HIGH,
                    P_VALUE,
                    Q_VALUE,
                    TEST,
                    STRATA_COUNT,
                    IS_TESTED));

    private DropOffDriversReport() {}

    private static Double difference(DropOffDriversRow row, ToDoubleFunction<RateDifference> part) {
        return row.difference().map(part::applyAsDouble).orElse(null);
    }
}
