package io.parcours.conformance;

import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stages a to e, each with the event of its capital letter; F belongs to none. E converts. S with a value is an answer
 * on a scale of 0 to 10. A journey ends after a pause of more than a day.
 */
final class ConformanceWorld {
    static final TouchpointCondition CONVERSION = TouchpointCondition.ofEvents("E");

    static final JourneyRules RULES = new JourneyRules(
            JourneyRules.DEFAULT_SESSION_GAP,
            Duration.ofDays(1),
            Stream.of("a", "b", "c", "d", "e")
                    .map(name -> new Stage(name, TouchpointCondition.ofEvents(name.toUpperCase(java.util.Locale.ROOT))))
                    .toList(),
            CONVERSION,
            JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);

    static final SurveyRules SURVEY = new SurveyRules(
            "nps",
            TouchpointCondition.ofEvents("S"),
            SurveyRules.VALUE,
            0,
            10,
            SurveyRules.Rule.NPS,
            null,
            null,
            SurveyRules.Period.MONTH,
            List.of());

    static final ConditionIndex INDEX = new ConditionIndex(List.of(CONVERSION, SURVEY.touchpoints()));

    private ConformanceWorld() {}

    /**
     * The expected stages in words: a name, then a question mark where it may be skipped, a star where it may be repeated,
     * and the minutes allowed.
     */
    static ExpectedJourney expected(String words, String... breakdown) {
        List<ExpectedStage> stages = new ArrayList<>();
        for (String word : words.split(" ")) {
            String minutes = word.replaceAll("[^0-9]", "");
            stages.add(new ExpectedStage(
                    word.substring(0, 1),
                    word.contains("?") ? Skip.YES : Skip.NO,
                    word.contains("*") ? Repeat.YES : Repeat.NO,
                    minutes.isEmpty() ? null : Duration.ofMinutes(Long.parseLong(minutes))));
        }
        return new ExpectedJourney(stages, List.of(breakdown));
    }

    static ConformanceQuestion question(ExpectedJourney expected) {
        return new ConformanceQuestion(
                expected, RULES, INDEX, new SurveyReading(List.of(SURVEY), INDEX, List.of()), List.of());
    }

    /** A history in letters; the value of every touchpoint of a survey is its minute modulo 11. */
    static CustomerHistory history(String customer, String letters, AsOf asOf) {
        List<Touchpoint> touchpoints = Histories.touchpoints(customer, letters).stream()
                .map(touchpoint -> touchpoint.event().equals("S") ? scored(touchpoint) : touchpoint)
                .toList();
        return new HistoryBuilder(RULES, INDEX, asOf).build(touchpoints);
    }

    /** The score of an answer at this minute. */
    static double score(long minute) {
        return minute % 11;
    }

    private static Touchpoint scored(Touchpoint touchpoint) {
        long minute = (touchpoint.occurredAt() - Histories.asOfMinute(0).micros()) / 60_000_000;
        return new Touchpoint(
                touchpoint.customerId(),
                touchpoint.occurredAt(),
                touchpoint.eventId(),
                touchpoint.event(),
                touchpoint.channel(),
                score(minute),
                touchpoint.dimensions(),
                touchpoint.sourceFile());
    }

    static ConformanceCounts counted(ExpectedJourney expected, AsOf asOf, List<CustomerHistory> histories) {
        ConformanceCounts counts = question(expected).begin(asOf);
        histories.forEach(counts::add);
        return counts;
    }

    static List<Map<String, Object>> conformance(ConformanceCounts counts) {
        return ConformanceReport.of(counts).rows().stream()
                .map(row -> columns(ConformanceReport.TABLE, row))
                .toList();
    }

    static List<Map<String, Object>> stageTimes(ConformanceCounts counts) {
        return StageTimesReport.of(counts).rows().stream()
                .map(row -> columns(StageTimesReport.TABLE, row))
                .toList();
    }

    private static <R> Map<String, Object> columns(ReportTable<R> table, R row) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Column<R> column : table.columns()) {
            columns.put(column.name(), column.value().apply(row));
        }
        return columns;
    }
}
