package io.parcours.run;

import io.parcours.attribution.AttributionQuestion;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** Which touchpoints earn the conversions? */
final class AttributionFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return map.features()
                .attribution()
                .<List<Question<?>>>map(rules -> List.of(new AttributionQuestion(
                        rules,
                        map.journey().conversion(),
                        map.features().surveys().stream()
                                .map(SurveyRules::touchpoints)
                                .toList(),
                        map.breakdowns(),
                        conditions)))
                .orElse(List.of());
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().attribution().stream()
                .flatMap(
                        rules -> Stream.concat(Stream.of(map.journey().conversion()), rules.touchesIfGiven().stream()));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        // The event is there anyway, and segments are no column.
        return map.features().attribution().stream()
                .flatMap(rules -> Stream.concat(
                        Stream.of("value"),
                        rules.by().stream()
                                .filter(by ->
                                        by.equals("channel") || map.dimensions().contains(by))));
    }
}
