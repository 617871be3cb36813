package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import java.util.List;
import java.util.stream.Stream;

/** What one topic asks of histories. Whatever it answers is nothing where the map does not ask for the feature. */
interface Feature {

    /** What is counted over histories. */
    List<Question<?>> questions(JourneyMap map, ConditionIndex conditions);

    /** What has rows of its own for each customer, beside what questions write. */
    default List<HistoryTable<?>> tables(JourneyMap map, ConditionIndex conditions) {
        return List.of();
    }

    /** The conditions that are asked of touchpoints whose stage is known. */
    Stream<TouchpointCondition> conditions(JourneyMap map);

    /**
     * Which fields and dimensions of touchpoints are looked at beside customer, instant, event and what conditions and
     * stages name. What {@code touchpoints} writes need not be named.
     */
    Stream<String> columns(JourneyMap map);
}
