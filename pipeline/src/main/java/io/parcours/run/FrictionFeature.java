package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.friction.FrictionQuestion;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** Where does the journey chafe? */
final class FrictionFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return map.features().friction().stream()
                .<Question<?>>map(rules -> new FrictionQuestion(
                        rules,
                        map.journey(),
                        new FrictionQuestion.Inactivity(
                                map.churn().activity(), map.churn().inactiveAfter()),
                        map.features().surveys(),
                        conditions,
                        map.dimensions()))
                .toList();
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().friction().stream()
                .flatMap(rules -> Stream.of(
                                Stream.of(
                                        map.journey().conversion(), map.churn().activity()),
                                rules.contactsIfAny().stream(),
                                map.features().surveys().stream().map(SurveyRules::touchpoints))
                        .flatMap(asked -> asked));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.features().friction().stream()
                .flatMap(rules -> Stream.of(
                                Stream.of("channel", "value"),
                                rules.thingIfAny().stream(),
                                map.features().surveys().stream().map(SurveyRules::score))
                        .flatMap(looked -> looked));
    }
}
