package io.parcours.segment;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.survey.SurveyReading;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/** How many customers are in which segment, and how are they? Answered by the table {@code segments}. */
public final class SegmentQuestion implements Question<SegmentCounts> {
    private static final long serialVersionUID = 1L;

    private final SegmentRules rules;
    private final Conversions conversions;
    private final SurveyReading surveys;

    /**
     * A question to histories that {@link SegmentLabeller} has named by the same rules. Journeys convert by the journey's
     * rules, which the index knows.
     */
    public SegmentQuestion(SegmentRules rules, JourneyRules journey, ConditionIndex index, SurveyReading surveys) {
        this.rules = rules;
        this.conversions = new Conversions(journey, index);
        this.surveys = surveys;
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(SegmentsReport.TABLE);
    }

    @Override
    public SegmentCounts begin(AsOf asOf) {
        return new SegmentCounts(rules.segments().size(), conversions, surveys, asOf);
    }

    @Override
    public List<TableContent<?>> report(SegmentCounts counts) {
        return List.of(SegmentsReport.of(
                rules.segments().stream().map(SegmentRules.Segment::name).toList(), counts));
    }
}
