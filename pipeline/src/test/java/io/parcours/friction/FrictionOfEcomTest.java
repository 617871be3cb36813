package io.parcours.friction;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.PublicLog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The public shop log, in which a mobile checkout loop and a payment incident with its chats were planted, asked with the
 * defaults and journeys that end after a day of silence.
 */
class FrictionOfEcomTest {
    private static List<FrictionRow> ask() {
        TouchpointCondition chats = TouchpointCondition.ofEvents("support_chat");
        JourneyRules journeys = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                Duration.ofDays(1),
                List.of(),
                TouchpointCondition.ofEvents("purchase"),
                JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);
        ConditionIndex index = new ConditionIndex(List.of(journeys.conversion(), chats, TouchpointCondition.ANY));
        FrictionRules defaults = FrictionRules.DEFAULT;
        FrictionRules rules = new FrictionRules(
                chats,
                null,
                defaults.contactAgainWithin(),
                defaults.burstCount(),
                defaults.burstWithin(),
                defaults.stallAfter());
        AsOf asOf = new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC);
        FrictionCounts counts = new FrictionQuestion(
                        rules,
                        journeys,
                        new FrictionQuestion.Inactivity(TouchpointCondition.ANY, Duration.ofDays(30)),
                        List.of(),
                        index,
                        List.of())
                .begin(asOf);
        PublicLog.read("ecom/ecom.csv")
                .withoutDuplicates()
                .histories("user_id", "acquisition_channel", List.of(), journeys, index, asOf)
                .forEach(counts::add);
        return FrictionRows.of(counts);
    }

    @Test
    void what_happens_to_few_is_not_called_a_finding() {
        List<FrictionRow> tested =
                ask().stream().filter(row -> row.conversion().isTested()).toList();

        assertThat(tested).hasSize(25);
        assertThat(tested).allMatch(row -> row.conversion().qValue() > 0.9);
        FrictionRow surest = tested.stream()
                .min(Comparator.comparingDouble(row -> row.conversion().pValue()))
                .orElseThrow();
        assertThat(surest.kind()).isEqualTo(FrictionKind.IMMEDIATE_REPEAT);
        assertThat(surest.place()).isEqualTo("search");
        // 3 of 112 bought after searching twice in a row; searching once, 8 % of journeys as long.
        assertThat(surest.conversion().withCount()).isEqualTo(112);
        assertThat(surest.conversion().with().value()).isEqualTo(3 / 112.0);
        assertThat(surest.conversion().pValue()).isBetween(0.04, 0.05);
    }
}
