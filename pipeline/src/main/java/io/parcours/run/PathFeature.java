package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.path.PathQuestion;
import io.parcours.path.TransitionQuestion;
import java.util.List;
import java.util.stream.Stream;

/** What follows what, and which ways do journeys take? */
final class PathFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return List.of(new TransitionQuestion(), new PathQuestion(map.journey(), conditions));
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.of(map.journey().conversion());
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return Stream.of("channel");
    }
}
