package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.JourneysReport;
import io.parcours.journey.Question;
import io.parcours.journey.SessionsReport;
import io.parcours.journey.TouchpointsReport;
import io.parcours.map.JourneyMap;
import java.util.List;
import java.util.stream.Stream;

/** {@code sessions}, {@code journeys} and {@code touchpoints}. */
final class JourneyFeature implements Feature {

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return List.of();
    }

    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.of(map.journey().conversion());
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return Stream.of("channel", "value");
    }

    @Override
    public List<HistoryTable<?>> tables(JourneyMap map, ConditionIndex conditions) {
        return List.of(
                new TouchpointsReport(map.dimensions()),
                new SessionsReport(),
                new JourneysReport(map.journey(), conditions));
    }
}
