package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ConformanceQuestion;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** Do journeys go as they are meant to? */
final class ConformanceFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return map.features().expected().stream()
                .<Question<?>>map(expected -> new ConformanceQuestion(
                        expected,
                        map.journey(),
                        conditions,
                        new SurveyReading(map.features().surveys(), conditions, map.dimensions()),
                        map.breakdowns()))
                .toList();
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().expected().stream()
                .flatMap(expected -> Stream.concat(
                        Stream.of(map.journey().conversion()),
                        map.features().surveys().stream().map(SurveyRules::touchpoints)));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.features().expected().stream()
                .map(ExpectedJourney::breakdown)
                .flatMap(breakdown -> Stream.concat(
                        breakdown.stream(), map.features().surveys().stream().map(SurveyRules::score)));
    }
}
