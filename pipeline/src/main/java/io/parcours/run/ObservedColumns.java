package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.map.JourneyMap;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** What features look at that tell of channels, values, conversions and answers, broken down. */
final class ObservedColumns {
    private ObservedColumns() {}

    /** The conversion, and the touchpoints of surveys. */
    static Stream<TouchpointCondition> conditions(JourneyMap map) {
        return Stream.concat(
                Stream.of(map.journey().conversion()),
                map.features().surveys().stream().map(SurveyRules::touchpoints));
    }

    /** The fields and dimensions they are read from; segments are no column. */
    static Stream<String> of(JourneyMap map, List<String> breakdown) {
        Stream<String> dimensions = Stream.concat(
                breakdown.stream(), map.features().surveys().stream().map(SurveyRules::score));
        return Stream.concat(Stream.of("channel", "value"), dimensions.filter(map.dimensions()::contains));
    }
}
