package io.parcours.satisfaction;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/** How satisfied are customers, and with what? Answered by the table {@code satisfaction}. */
public final class SatisfactionQuestion implements Question<SatisfactionCounts> {
    private static final long serialVersionUID = 1L;

    private final SatisfactionPlan plan;

    /**
     * Asks what the rules' surveys say.
     *
     * @param index knows the surveys' conditions
     * @param breakdowns what surveys may be broken down by: the dimensions of touchpoints in their order, with scores and
     *     texts among them, then the segment if there is one
     */
    public SatisfactionQuestion(
            SatisfactionRules rules, ConditionIndex index, JourneyRules journey, List<String> breakdowns) {
        this.plan = new SatisfactionPlan(rules, index, journey, breakdowns);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(SatisfactionReport.TABLE);
    }

    @Override
    public SatisfactionCounts begin(AsOf asOf) {
        return new SatisfactionCounts(plan, asOf.zone());
    }

    @Override
    public List<TableContent<?>> report(SatisfactionCounts counts) {
        return List.of(SatisfactionReport.of(counts, plan));
    }
}
