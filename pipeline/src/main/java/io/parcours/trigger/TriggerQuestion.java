package io.parcours.trigger;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose time to be spoken to has come, and what becomes of those? Answered by the tables {@code triggers} and {@code
 * trigger_summary}.
 */
public final class TriggerQuestion implements Question<TriggerCounts> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<TriggerPlan> plans = new ArrayList<>();
    private final Conversions conversions;

    /**
     * Asks about these triggers.
     *
     * @param triggers in the map's order
     * @param rules what converts a journey
     * @param index an index that was made with every condition of both; histories must be built with the same one
     * @param dimensions what triggers may be broken down by, in the order touchpoints hold the values
     * @throws IllegalArgumentException where a condition is not indexed or a breakdown is neither {@code channel} nor
     *     one of the dimensions
     */
    public TriggerQuestion(
            List<TriggerRules> triggers, JourneyRules rules, ConditionIndex index, List<String> dimensions) {
        triggers.forEach(trigger -> plans.add(new TriggerPlan(trigger, index, dimensions)));
        conversions = new Conversions(rules, index);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(TriggersReport.TABLE, TriggerSummaryReport.TABLE);
    }

    @Override
    public TriggerCounts begin(AsOf asOf) {
        return new TriggerCounts(plans, new FiringReader(conversions, asOf.micros()), asOf.micros());
    }

    @Override
    public List<TableContent<?>> report(TriggerCounts counts) {
        return List.of(TriggerSummaryReport.of(counts));
    }
}
