package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.trigger.TriggerQuestion;
import io.parcours.trigger.TriggerRules;
import java.util.List;
import java.util.stream.Stream;

/** Who should be spoken to now? */
final class TriggerFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        List<TriggerRules> triggers = map.features().triggers();
        return triggers.isEmpty()
                ? List.of()
                : List.of(new TriggerQuestion(triggers, map.journey(), conditions, map.breakdowns()));
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        List<TriggerRules> triggers = map.features().triggers();
        return triggers.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(map.journey().conversion()), triggers.stream().flatMap(TriggerRules::conditions));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        List<TriggerRules> triggers = map.features().triggers();
        return triggers.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of("channel", "value"),
                        triggers.stream().flatMap(trigger -> trigger.breakdown().stream()));
    }
}
