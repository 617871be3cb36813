package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.satisfaction.SatisfactionQuestion;
import io.parcours.segment.SegmentRules;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** How satisfied are customers, and with what? */
final class SatisfactionFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return map.features()
                .satisfaction()
                .filter(rules -> !rules.surveys().isEmpty())
                .<List<Question<?>>>map(
                        rules -> List.of(new SatisfactionQuestion(rules, conditions, map.journey(), map.breakdowns())))
                .orElse(List.of());
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().surveys().stream().map(SurveyRules::touchpoints);
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.features().surveys().stream()
                .flatMap(survey -> Stream.concat(
                        Stream.of("channel", survey.score()),
                        Stream.concat(survey.textIfAny().stream(), survey.breakdown().stream())))
                .filter(column -> !column.equals(SegmentRules.DIMENSION))
                .distinct();
    }
}
