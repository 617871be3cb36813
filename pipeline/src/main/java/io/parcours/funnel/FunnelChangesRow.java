package io.parcours.funnel;

import io.parcours.stats.ChangePart;
import io.parcours.stats.ComparedCounts;
import io.parcours.stats.RateChange;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code funnel_changes}; {@link FunnelChangesReport} says what the parts mean.
 *
 * @param step null but for a step
 * @param stepName null but for a step
 * @param breakdown null where no mix is told apart
 * @param beforeRate null for the mix and without a base
 * @param afterRate likewise
 * @param change null where a period has no units
 * @param shareOfChange null where there is no change
 */
public record FunnelChangesRow(
        String funnel,
        String part,
        Integer step,
        String stepName,
        String breakdown,
        long before,
        long after,
        Double beforeRate,
        Double afterRate,
        ChangePart change,
        Double shareOfChange,
        String intervalBasis) {

    /** The part that is the whole change. */
    public static final String TOTAL = "total";
    /** The part that comes of the mix. */
    public static final String MIX = "mix";
    /** The part that comes of a step's rate. */
    public static final String STEP = "step";

    /** The basis of intervals where every unit is a customer. */
    public static final String DELTA = "delta";
    /** The basis of intervals where a customer can have several units. */
    public static final String JACKKNIFE = "jackknife_by_customer";

    /** The rows of a funnel: the total, the mix if there is one, the steps from the second required one on. */
    static List<FunnelChangesRow> of(FunnelPlan plan, PeriodCounts counts) {
        ComparedCounts units = counts.all();
        RateChange change = units.isComparable() ? counts.change() : null;
        List<FunnelChangesRow> rows = new ArrayList<>();
        rows.add(ofUnits(plan, TOTAL, units, change, change == null ? null : change.total()));
        if (counts.periods().hasMix()) {
            rows.add(ofUnits(plan, MIX, units, change, change == null ? null : change.mix()));
        }
        for (int number = 2; number <= counts.periods().requiredCount(); number++) {
            rows.add(ofStep(plan, counts.periods().requiredStep(number), number, units, change));
        }
        return rows;
    }

    private static FunnelChangesRow ofUnits(
            FunnelPlan plan, String part, ComparedCounts units, RateChange change, ChangePart ofPart) {
        boolean isTotal = part.equals(TOTAL);
        int last = units.before().steps();
        return new FunnelChangesRow(
                plan.rules().name(),
                part,
                null,
                null,
                breakdown(plan),
                units.before().entered(),
                units.after().entered(),
                isTotal ? rate(units.before().reached(last), units.before().entered()) : null,
                isTotal ? rate(units.after().reached(last), units.after().entered()) : null,
                ofPart,
                share(change, ofPart),
                basis(plan));
    }

    private static FunnelChangesRow ofStep(
            FunnelPlan plan, int step, int number, ComparedCounts units, RateChange change) {
        long before = units.before().reached(number - 1);
        long after = units.after().reached(number - 1);
        ChangePart ofStep = change == null ? null : change.steps().get(number - 2);
        return new FunnelChangesRow(
                plan.rules().name(),
                STEP,
                step,
                plan.stepName(step),
                breakdown(plan),
                before,
                after,
                rate(units.before().reached(number), before),
                rate(units.after().reached(number), after),
                ofStep,
                share(change, ofStep),
                basis(plan));
    }

    private static String breakdown(FunnelPlan plan) {
        return plan.rules()
                .cuts()
                .comparisonIfAny()
                .flatMap(FunnelComparison::mixIfAny)
                .map(FunnelBreakdown::name)
                .orElse(null);
    }

    private static Double rate(long reached, long base) {
        return base == 0 ? null : (double) reached / base;
    }

    private static Double share(RateChange change, ChangePart part) {
        return change == null || change.total().contribution() == 0
                ? null
                : Double.valueOf(part.contribution() / change.total().contribution());
    }

    private static String basis(FunnelPlan plan) {
        return plan.isClustered() ? JACKKNIFE : DELTA;
    }
}
