package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeverTrueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 = 2",
                "false",
                "null",
                "null = 1",
                "event = null",
                "event in (null)",
                "not (event = null)",
                "value > 1 / 0",
                "value + 1 = null",
                "length(event) + value > null",
                "value > 5 and false",
                "1 = 2 or null",
                "(value > 5 and 1 = 2) or (event = 'a' and 'a' = 'b')",
                "not true and value > 5",
                "event = 'a' and event = 'b'",
                "event in ('a') and event = 'b'",
                "event in ('a', 'b') and event not in ('a', 'b')",
                "event = 'a' and channel = 'web' and event != 'a'",
                "event = 'a' and (event = 'b' or event = 'c')",
                "event = 'a' and not (event < 'b')",
                "event = 'a' and event is null",
                "event = 'a' and event like 'b%'",
                "event in ('a', 'b') and length(event) > 1",
                "event = 'cart' and upper(event) = 'cart'",
                "event > 'b' and event < 'a'",
                "event > 'a' and event < 'a'",
                "event < ''",
                "value > 5 and value < 3",
                "value > 5 and value <= 5",
                "5 < value and value between 1 and 5",
                "value = 5 and value % 2 = 0",
                "value is null and value > 0",
                "value is null and value is not null",
                "(value > 5 and event = 'a') and value < 3",
                "occurred_at < '2024-01-01' and occurred_at >= '2024-01-01'",
                "occurred_at = '2024-03-01' and hour(occurred_at) = 5"
            })
    void seesThatNoRowCanMatch(String condition) {
        assertThat(Where.parse(condition, SampleRow.COLUMNS).isNeverTrue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "1 = 1",
                "value > 5",
                "value > 5 or false",
                "null = 1 or value > 5",
                "event = 'a' or event = 'b'",
                "event in ('a', 'b') and event in ('b', 'c')",
                "event = 'a' and channel = 'b'",
                "event != 'a' and event != 'b'",
                "not (event = 'a' and event = 'b')",
                "event > 'a' and event < 'b'",
                "event <= ''",
                "event >= 'a' and event <= 'a'",
                "event is null",
                "value is null",
                "value > 5 and value < 5.000001",
                "value >= 5 and value <= 5",
                "value != 5",
                "value < 0 and value > -1e308",
                "length(event) > 5 and length(event) < 3", // not seen, and so not claimed
                "event = 'a' and event like 'a%'",
                "occurred_at >= '2024-01-01' and occurred_at < '2024-01-02'",
                "event = channel and event = 'a' and channel = 'a'",
                "event = stage and stage = event"
            })
    void claimsNothingElse(String condition) {
        assertThat(Where.parse(condition, SampleRow.COLUMNS).isNeverTrue()).isFalse();
    }

    @Test
    void seesFlagColumnsThatContradictThemselves() {
        ConditionColumns columns = new ConditionColumns(List.of("is_open"), List.of(ConditionType.FLAG));

        assertThat(Where.parse("is_open and not is_open", columns).isNeverTrue())
                .isTrue();
        assertThat(Where.parse("is_open is null and is_open", columns).isNeverTrue())
                .isTrue();
        assertThat(Where.parse("not is_open", columns).isNeverTrue()).isFalse();
    }

    @Test
    void seesAWhereThatContradictsTheEventsChannelsOrStageBesideIt() {
        assertThat(condition("event = 'b'").isNeverTrue()).isTrue();
        assertThat(condition("channel = 'shop'").isNeverTrue()).isTrue();
        assertThat(condition("stage = 'x'").isNeverTrue()).isTrue();
        assertThat(condition("event = 'a' and stage = 'y' and channel in ('app', 'shop')")
                        .isNeverTrue())
                .isFalse();
        assertThat(TouchpointCondition.ofEvents("a").isNeverTrue()).isFalse();
        assertThat(new TouchpointCondition(List.of(), List.of(), null, Where.parse("1 = 2", SampleRow.COLUMNS))
                        .isNeverTrue())
                .isTrue();
    }

    private static TouchpointCondition condition(String where) {
        return new TouchpointCondition(List.of("a"), List.of("web", "app"), "y", Where.parse(where, SampleRow.COLUMNS));
    }
}
