package io.parcours.friction;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.survey.SurveyRules;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** Where does the journey chafe, and what does it cost? Answered by the table {@code friction}. */
public final class FrictionQuestion implements Question<FrictionCounts> {
    private static final long serialVersionUID = 1L;

    private final FrictionPlan plan;

    /**
     * When a customer has churned.
     *
     * @param activity the touchpoints whose absence it is
     * @param after for longer than this
     */
    public record Inactivity(TouchpointCondition activity, Duration after) implements Serializable {}

    /**
     * Friction by these rules.
     *
     * @param surveys where satisfaction is read; may be none
     * @param index knows every condition of the rules, the conversion, the activity and the surveys' touchpoints
     * @param dimensions the dimensions of touchpoints in their order
     */
    public FrictionQuestion(
            FrictionRules rules,
            JourneyRules journey,
            Inactivity inactivity,
            List<SurveyRules> surveys,
            ConditionIndex index,
            List<String> dimensions) {
        this.plan = new FrictionPlan(rules, journey, inactivity, surveys, index, dimensions);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(FrictionReport.TABLE);
    }

    @Override
    public FrictionCounts begin(AsOf asOf) {
        return new FrictionCounts(plan, asOf);
    }

    @Override
    public List<TableContent<?>> report(FrictionCounts counts) {
        return List.of(FrictionReport.of(counts));
    }
}
