package io.parcours.run;

import io.parcours.churn.RetentionQuestion;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import java.util.List;
import java.util.stream.Stream;

/** Who comes back? */
final class RetentionFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return List.of(new RetentionQuestion(map.retention(), map.churn(), conditions, map.breakdowns()));
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.of(map.churn().activity());
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.retention().breakdown().stream();
    }
}
