package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.FunnelQuestion;
import io.parcours.funnel.FunnelRules;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** Where are customers lost? */
final class FunnelFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return List.of(new FunnelQuestion(
                map.funnels(),
                conditions,
                map.breakdowns(),
                map.features().surveys().stream().map(SurveyRules::touchpoints).toList()));
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.funnels().stream().flatMap(FunnelRules::conditions);
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return Stream.concat(Stream.of("channel", "value"), map.dimensions().stream());
    }
}
