package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.inventory.InventoryQuestion;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which touchpoints are there? */
final class InventoryFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        Optional<Question<?>> question = map.features()
                .inventory()
                .map(rules -> new InventoryQuestion(
                        rules,
                        map.journey(),
                        conditions,
                        new SurveyReading(map.features().surveys(), conditions, map.dimensions()),
                        map.breakdowns()));
        return question.stream().toList();
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().inventory().stream().flatMap(rules -> ObservedColumns.conditions(map));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.features().inventory().stream().flatMap(rules -> ObservedColumns.of(map, rules.breakdown()));
    }
}
