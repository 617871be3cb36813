package io.parcours.channel;

import io.parcours.journey.AsOf;
import io.parcours.journey.BoundedNames;
import io.parcours.journey.BreakdownGroups;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.survey.SurveyReading;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/** How do journeys use channels? Answered by the tables {@code channel_mix} and {@code channel_switches}. */
public final class ChannelQuestion implements Question<ChannelCounts> {
    private static final long serialVersionUID = 1L;

    /** So many ordered pairs of channels are listed one by one. */
    static final int LISTED_PAIRS = 10_000;

    private final ChannelRules rules;
    private final JourneyRules journey;
    private final Conversions conversions;
    private final SurveyReading surveys;
    private final ArrayList<String> dimensions;
    private final int listed;

    /**
     * Journeys that convert by the journey's conversion, which the index knows.
     *
     * @param dimensions what histories answer as dimensions, in their order
     */
    public ChannelQuestion(
            ChannelRules rules,
            JourneyRules journey,
            ConditionIndex index,
            SurveyReading surveys,
            List<String> dimensions) {
        this(rules, journey, index, surveys, dimensions, LISTED_PAIRS);
    }

    ChannelQuestion(
            ChannelRules rules,
            JourneyRules journey,
            ConditionIndex index,
            SurveyReading surveys,
            List<String> dimensions,
            int listed) {
        this.rules = rules;
        this.journey = journey;
        this.conversions = new Conversions(journey, index);
        this.surveys = surveys;
        this.dimensions = new ArrayList<>(dimensions);
        this.listed = listed;
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(ChannelMixReport.TABLE, ChannelSwitchesReport.TABLE);
    }

    @Override
    public ChannelCounts begin(AsOf asOf) {
        JourneyClasses classes = new JourneyClasses(rules, journey.stages().size());
        return new ChannelCounts(
                conversions,
                classes,
                new JourneyObserver(conversions, classes, surveys),
                new BreakdownGroups(rules.breakdown(), dimensions),
                new BoundedNames(listed));
    }

    @Override
    public List<TableContent<?>> report(ChannelCounts counts) {
        counts.settle();
        return List.of(ChannelMixReport.of(counts), ChannelSwitchesReport.of(counts, rules));
    }
}
