package io.parcours.funnel;

import static io.parcours.table.Column.real;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.whole;

import io.parcours.stats.ChangePart;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The table {@code funnel_changes}: sorted by funnel as in the map, then the total, the mix, the steps. Funnels that
 * compare no periods have no rows.
 */
public final class FunnelChangesReport {

    public static final Column<FunnelChangesRow> FUNNEL =
            text("funnel", "The funnel's name.", FunnelChangesRow::funnel);
    public static final Column<FunnelChangesRow> PART = text(
            "part",
            "total: the change of the final rate; mix: what comes of the values' shares of the entered; step: what"
                    + " comes of a step's rate. Mix and steps add up to the total.",
            FunnelChangesRow::part);
    public static final Column<FunnelChangesRow> STEP = whole(
            "step",
            "The step's number, 2 or later; null for total and mix. Optional steps have no row.",
            row -> row.step() == null ? null : row.step().longValue());
    public static final Column<FunnelChangesRow> STEP_NAME =
            text("step_name", "The step's name; null for total and mix.", FunnelChangesRow::stepName);
    public static final Column<FunnelChangesRow> BREAKDOWN = text(
            "breakdown",
            "channel or the dimension whose mix is told apart; null where there is none, then there is no row mix.",
            FunnelChangesRow::breakdown);
    public static final Column<FunnelChangesRow> BEFORE_COUNT = whole(
            "before_count",
            "Units that entered in the earlier period, with a window by mature entries; for a step those of them that"
                    + " reached the required step before.",
            FunnelChangesRow::before);
    public static final Column<FunnelChangesRow> AFTER_COUNT =
            whole("after_count", "The same of the later period.", FunnelChangesRow::after);
    public static final Column<FunnelChangesRow> BEFORE_RATE = real(
            "before_rate",
            "The rate of the earlier period: for total the part of before_count that reached the last step, for a step"
                    + " the part that reached it; null for mix and where before_count is 0.",
            FunnelChangesRow::beforeRate);
    public static final Column<FunnelChangesRow> AFTER_RATE =
            real("after_rate", "The same of the later period.", FunnelChangesRow::afterRate);
    public static final Column<FunnelChangesRow> CONTRIBUTION = real(
            "contribution",
            "For total the change of the final rate, for the others how much of it they make up; between -1 and 1, null"
                    + " where nobody entered in one of the periods.",
            row -> ofChange(row, ChangePart::contribution));
    public static final Column<FunnelChangesRow> CONTRIBUTION_LOW = real(
            "contribution_low",
            "Lower end of the 95 % interval; null with the contribution.",
            row -> ofChange(row, ChangePart::low));
    public static final Column<FunnelChangesRow> CONTRIBUTION_HIGH = real(
            "contribution_high",
            "Upper end of the 95 % interval; null with the contribution.",
            row -> ofChange(row, ChangePart::high));
    public static final Column<FunnelChangesRow> SHARE_OF_CHANGE = real(
            "share_of_change",
            "contribution / contribution of the total; below 0 where it went against the change, null where the total"
                    + " is 0 or null.",
            FunnelChangesRow::shareOfChange);
    public static final Column<FunnelChangesRow> INTERVAL_BASIS = text(
            "interval_basis",
            "How the intervals were made: delta where every unit is a customer, jackknife_by_customer otherwise.",
            FunnelChangesRow::intervalBasis);

    public static final ReportTable<FunnelChangesRow> TABLE = new ReportTable<>(
            "funnel_changes",
            "a part of the change of a funnel's final rate between two periods",
            List.of(
                    FUNNEL,
                    PART,
                    STEP,
                    STEP_NAME,
                    BREAKDOWN,
                    BEFORE_COUNT,
                    AFTER_COUNT,
                    BEFORE_RATE,
                    AFTER_RATE,
                    CONTRIBUTION,
                    CONTRIBUTION_LOW,
                    CONTRIBUTION_HIGH,
                    SHARE_OF_CHANGE,
                    INTERVAL_BASIS));

    private FunnelChangesReport() {}

    private static Double ofChange(FunnelChangesRow row, ToDoubleFunction<ChangePart> number) {
        return row.change() == null ? null : Double.valueOf(number.applyAsDouble(row.change()));
    }
}
