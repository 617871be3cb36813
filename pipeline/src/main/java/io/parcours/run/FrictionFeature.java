package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import java.util.List;
import java.util.stream.Stream;

/** Where does the journey chafe? */
final class FrictionFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return List.of();
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.of();
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return Stream.of();
    }
}
