package io.parcours.conformance;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.journey.TouchpointColumn;
import io.parcours.survey.SurveyReading;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/**
 * Do journeys go as they are meant to, and how long do they stay where? Answered by the tables {@code conformance} and
 * {@code stage_times}.
 */
public final class ConformanceQuestion implements Question<ConformanceCounts> {
    private static final long serialVersionUID = 1L;

    private final ConformancePlan plan;

    /**
     * Compares journeys with the expected one.
     *
     * @param expected the expected journey
     * @param rules the stages, and what converts a journey
     * @param index an index that was made with the conversion; histories must be built with the same one
     * @param surveys what tells how satisfied customers were
     * @param dimensions what journeys may be broken down by, in the order touchpoints hold the values
     * @throws IllegalArgumentException where a stage is expected that the rules do not have, or a breakdown is neither
     *     {@code channel} nor one of the dimensions
     */
    public ConformanceQuestion(
            ExpectedJourney expected,
            JourneyRules rules,
            ConditionIndex index,
            SurveyReading surveys,
            List<String> dimensions) {
        plan = new ConformancePlan(
                new ExpectedStages(expected.stages(), rules.stages()),
                expected.breakdown().stream()
                        .map(name -> TouchpointColumn.of(name, dimensions))
                        .toList(),
                new Conversions(rules, index),
                surveys);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(ConformanceReport.TABLE, StageTimesReport.TABLE);
    }

    @Override
    public ConformanceCounts begin(AsOf asOf) {
        return new ConformanceCounts(plan, asOf.micros());
    }

    @Override
    public List<TableContent<?>> report(ConformanceCounts counts) {
        return List.of(ConformanceReport.of(counts), StageTimesReport.of(counts));
    }
}
