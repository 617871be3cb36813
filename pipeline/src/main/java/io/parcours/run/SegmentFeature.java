package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.Question;
import io.parcours.map.JourneyMap;
import io.parcours.segment.SegmentLabeller;
import io.parcours.segment.SegmentQuestion;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import java.util.List;
import java.util.stream.Stream;

/** Who are the customers? */
final class SegmentFeature implements Feature {

    /** Names the customers of every history by the map's segments, whatever is asked. */
    static HistoryLabeller labeller(JourneyMap map, ConditionIndex conditions) {
        return map.features()
                .segments()
                .<HistoryLabeller>map(
                        rules -> new SegmentLabeller(rules, map.journey(), conditions, surveys(map, conditions)))
                .orElse(HistoryLabeller.NONE);
    }

    /** The fields and dimensions that the segments' own conditions look at. */
    static Stream<String> labelColumns(JourneyMap map) {
        return map.features().segments().stream()
                .flatMap(rules -> rules.columnNames().stream())
                .flatMap(column -> touchpointColumns(column, map));
    }

    private static Stream<String> touchpointColumns(String column, JourneyMap map) {
        return switch (column) {
            case "value", "conversion_value" -> Stream.of("value");
            case "channels", "first_channel", "last_channel" -> Stream.of("channel");
            case "satisfaction", "answers" -> scores(map);
            default -> map.dimensions().contains(column) ? Stream.of(column) : Stream.of();
        };
    }

    private static Stream<String> scores(JourneyMap map) {
        return map.features().surveys().stream().map(SurveyRules::score);
    }

    private static SurveyReading surveys(JourneyMap map, ConditionIndex conditions) {
        return new SurveyReading(map.features().surveys(), conditions, map.dimensions());
    }

    @Override
    public List<Question<?>> questions(JourneyMap map, ConditionIndex conditions) {
        return map.features()
                .segments()
                .map(rules -> List.<Question<?>>of(
                        new SegmentQuestion(rules, map.journey(), conditions, surveys(map, conditions))))
                .orElse(List.of());
    }

    /** What the segments ask of touchpoints, and their table. */
    @Override
    public Stream<TouchpointCondition> conditions(JourneyMap map) {
        return map.features().segments().stream()
                .flatMap(rules -> Stream.concat(
                        Stream.of(map.journey().conversion()),
                        map.features().surveys().stream().map(SurveyRules::touchpoints)));
    }

    @Override
    public Stream<String> columns(JourneyMap map) {
        return map.features().segments().stream().flatMap(rules -> Stream.concat(Stream.of("value"), scores(map)));
    }
}
