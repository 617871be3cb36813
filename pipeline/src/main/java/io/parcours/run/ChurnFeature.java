package io.parcours.run;

import io.parcours.churn.ChurnStateQuestion;
import io.parcours.churn.ChurnStudy;
import io.parcours.churn.CurveQuestion;
import io.parcours.churn.LifecycleQuestion;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import java.util.List;
import java.util.stream.Stream;

/** Who leaves, and who is about to? */
final class ChurnFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return List.of(
                new ChurnStateQuestion(map.churn(), conditions),
                new ChurnStudy(map.churn(), map.journey().stages().size(), conditions),
                new CurveQuestion(map.churn(), map.journey().conversion(), conditions, map.breakdowns()),
                new LifecycleQuestion(map.churn(), map.retention(), conditions));
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.concat(map.churn().conditions(), Stream.of(map.journey().conversion()));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return Stream.concat(Stream.of("channel", "value"), map.churn().curves().breakdown().stream());
    }
}
