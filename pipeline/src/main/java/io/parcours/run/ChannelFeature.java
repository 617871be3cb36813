package io.parcours.run;

import io.parcours.channel.ChannelQuestion;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How do journeys use channels? */
final class ChannelFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        Optional<Question<?>> question = map.features()
                .channels()
                .map(rules -> new ChannelQuestion(
                        rules,
                        map.journey(),
                        conditions,
                        new SurveyReading(map.features().surveys(), conditions, map.dimensions()),
                        map.breakdowns()));
        return question.stream().toList();
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().channels().stream().flatMap(rules -> ObservedColumns.conditions(map));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.features().channels().stream().flatMap(rules -> ObservedColumns.of(map, rules.breakdown()));
    }
}
