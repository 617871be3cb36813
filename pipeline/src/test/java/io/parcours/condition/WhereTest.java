package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // comparisons of numbers
                "value = 120",
                "value == 120.0",
                "value != 5",
                "value <> 5",
                "value < 120.5",
                "value <= 120",
                "value > 1e2",
                "value >= 1.2E+2",
                "120 = value",
                "value > .5",
                "-value < 0",
                "0.0 = -0.0",
                // comparisons of texts, by code point
                "event = 'purchase'",
                "event > 'cart'",
                "'a' < 'b'",
                "'B' < 'a'",
                "'' < 'a'",
                "'a' < 'ab'",
                "'\uFF5E' < '\uD83D\uDE00'", // U+FF5E before U+1F600, though its char is larger
                "'it''s' = 'it''s' and length('it''s') = 4",
                // flags
                "true",
                "not false",
                "(value > 5) = true",
                "(value > 5) != (value > 500)",
                "TRUE and True and true",
                // and, or, not: or binds loosest, not binds looser than a comparison
                "true or false and false",
                "not value = 5",
                "not (true and false)",
                "not not true",
                "false or false or true",
                // in, between, like, is null
                "event in ('cart', 'purchase')",
                "event not in ('cart')",
                "event in ('cart', lower('PURCHASE'))",
                "value in (120, 5)",
                "value in (5, value)",
                "0 in (-0.0)",
                "-0.0 in (0)",
                "value not in (5)",
                "value between 120 and 121",
                "value not between 121 and 130 and true",
                "event between 'p' and 'q'",
                "event like 'pur%'",
                "event like '%chase'",
                "event like 'p_r%e'",
                "event not like 'PUR%'",
                "'50%' like '50\\%'",
                "'a_b' like 'a!_b' escape '!'",
                "not ('axb' like 'a!_b' escape '!')",
                "'a\\b' like 'a\\\\b'",
                "stage is null",
                "event is not null",
                "(stage = 'x') is null",
                "null is null",
                // arithmetic: signs, then * / %, then + -, from left to right
                "1 + 2 * 3 = 7",
                "(1 + 2) * 3 = 9",
                "10 - 2 - 3 = 5",
                "100 / 10 / 5 = 2",
                "7 % 4 = 3",
                "-7 % 4 = -3",
                "7 / 2 = 3.5",
                "- -5 = 5 and --5 = 5 and +5 = 5",
                "2 * -3 = -6",
                "value / 2 + 1 = 61",
                // columns by their names
                "`event` = \"event\"",
                "channel='shop'and(value=120)",
                "event IN ('purchase') AND NOT stage IS NOT NULL"
            })
    void holds(String condition) {
        assertThat(SampleRow.purchase().test(condition)).isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value = 121",
                "event = 'Purchase'",
                "event = 'purchase '",
                "false",
                "not true",
                "value in (1, 2)",
                "event not in ('purchase')",
                "value between 121 and 119",
                "event like 'purchas_' and event like '_'",
                "event like ''",
                "stage is not null",
                "event is null",
                "0.1 + 0.2 = 0.3" // numbers are binary, 0.30000000000000004 here
            })
    void doesNotHold(String condition) {
        assertThat(SampleRow.purchase().test(condition)).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage = 'x'",
                "stage != 'x'",
                "not (stage = 'x')",
                "stage = stage",
                "stage in ('x')",
                "stage not in ('x')",
                "event in ('cart', null)",
                "event not in ('cart', null)",
                "stage like '%'",
                "stage not like '%'",
                "stage between 'a' and 'b'",
                "null = null",
                "null",
                "not null",
                "value + null > 0",
                "null / 0 = 1",
                "-null = 1",
                "lower(stage) = 'x'",
                "contains(event, stage)",
                "substring(event, null) = 'x'",
                "cast(stage as number) > 5",
                "stage = 'x' and true",
                "stage = 'x' or false",
                "(stage = 'x') = true"
            })
    void isUnknownWhereAValueIsMissing(String condition) {
        SampleRow row = SampleRow.purchase();

        assertThat(row.test(condition)).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(row.test("not (" + condition + ")")).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(row.test("(" + condition + ") is null")).isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value / 0 = 1",
                "value % 0 = 1",
                "value / -0.0 = 1",
                "1e308 * 10 > 5",
                "-1e308 * 10 < 5",
                "1e308 * 10 * 0 = 0",
                "cast(event as number) > 5",
                "cast('' as number) = 0",
                "cast('NaN' as number) = 0",
                "cast('Infinity' as number) = 0",
                "cast('0x10' as number) = 16",
                "cast('5d' as number) = 5",
                "cast('1e999' as number) > 0",
                "cast('1e' as number) > 0",
                "cast('.' as number) > 0",
                "cast('\u0665' as number) = 5", // ARABIC-INDIC DIGIT FIVE
                "substring(event, 1.5) = 'x'",
                "substring(event, 1, -1) = 'x'",
                "round(value, 0.5) = 1",
                "round(value, 16) = 1",
                "not (value / 0 = 1)",
                "(value / 0) is null",
                "(value / 0) is not null",
                "value / 0 = null",
                "null + value / 0 = 1",
                "value / 0 in (1)",
                "value in (1, value / 0)",
                "cast(value / 0 as text) like '%'",
                "cast(value / 0 as text) is null",
                "lower(cast(value / 0 as text)) in ('x')",
                "cast(value / 0 = 1 as text) = 'x'",
                "coalesce(null, value / 0, 5) = 5",
                "value / 0 between 1 and 2",
                "abs(value / 0) = 1",
                "-(value / 0) = 1",
                "length(cast(value / 0 as text)) = 1",
                "contains(cast(value / 0 as text), null)",
                "(value / 0 = 1) = true",
                // and, or: nothing else decides
                "true and value / 0 = 1",
                "value / 0 = 1 and true",
                "null and value / 0 = 1",
                "value / 0 = 1 and null",
                "false or value / 0 = 1",
                "value / 0 = 1 or null"
            })
    void failsOnAValueThatCannotBeWorkedOut(String condition) {
        assertThat(SampleRow.purchase().test(condition)).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true or value / 0 = 1",
                "value / 0 = 1 or true",
                "value / 0 = 1 or null or true",
                "not (false and value / 0 = 1)",
                "not (value / 0 = 1 and false)",
                "value in (value / 0, 120)",
                "value in (120, value / 0)",
                "coalesce(5, value / 0) = 5",
                "not (value between 500 and value / 0)"
            })
    void doesNotFailWhereTheRestDecides(String condition) {
        assertThat(SampleRow.purchase().test(condition)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void failsOnANumberThatIsNotFinite() {
        SampleRow row = SampleRow.purchase().with("value", Double.NEGATIVE_INFINITY);

        assertThat(row.test("value < 0")).isEqualTo(Verdict.FAILED);
    }

    @Test
    void takesNoTextOfTheLogForAFailure() {
        SampleRow row = SampleRow.purchase().with("event", "failed");

        assertThat(row.test("event = 'failed' and lower(event) = 'failed'")).isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`user cohort` = 'x'",
                "\"user cohort\" = 'x'",
                "`device.os` = 'x'",
                "device.os = 'x'",
                "`in` in ('x')",
                "Größe = 'x'",
                "`a``b` = 'x'",
                "\"a`b\" = 'x'"
            })
    void findsColumnsOfAnyName(String condition) {
        SampleRow row = new SampleRow()
                .with("user cohort", "x")
                .with("device.os", "x")
                .with("in", "x")
                .with("Größe", "x")
                .with("a`b", "x");

        assertThat(row.test(condition)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void comparesFlagColumns() {
        ConditionColumns columns = new ConditionColumns(List.of("is_open"), List.of(ConditionType.FLAG));
        ConditionRow open = new Trial(true, null, Double.NaN, 0, true);
        ConditionRow missing = new Trial(true, null, Double.NaN, 0, null);

        assertThat(Where.parse("is_open and is_open = true", columns).test(open))
                .isEqualTo(Verdict.HOLDS);
        assertThat(Where.parse("not is_open", columns).test(missing)).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(Where.parse("is_open is null", columns).test(missing)).isEqualTo(Verdict.HOLDS);
        assertThat(Where.parse("coalesce(is_open, true)", columns).test(missing))
                .isEqualTo(Verdict.HOLDS);
        assertThat(Where.parse("cast(is_open as text) = 'true'", columns).test(open))
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void isEqualByItsTextAndPrintsIt() {
        Where where = Where.parse("value > 5", SampleRow.COLUMNS);

        assertThat(where)
                .isEqualTo(Where.parse("value > 5", SampleRow.COLUMNS))
                .hasSameHashCodeAs(Where.parse("value > 5", SampleRow.COLUMNS))
                .isNotEqualTo(Where.parse("value  > 5", SampleRow.COLUMNS))
                .hasToString("value > 5");
        assertThat(where.text()).isEqualTo("value > 5");
    }

    @Test
    void isTheSameConditionAfterATrip() throws IOException, ClassNotFoundException {
        Where where =
                Where.parse("hour(occurred_at) = 13 and event like 'p%'", SampleRow.COLUMNS, ZoneId.of("Europe/Paris"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(where);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Where back = (Where) in.readObject();

            assertThat(back).isEqualTo(where);
            assertThat(back.test(SampleRow.purchase())).isEqualTo(Verdict.HOLDS);
        }
    }

    @Test
    void needsATextColumnsAndAZone() {
        assertThatNullPointerException().isThrownBy(() -> Where.parse(null, SampleRow.COLUMNS));
        assertThatNullPointerException().isThrownBy(() -> Where.parse("true", null));
        assertThatNullPointerException().isThrownBy(() -> Where.parse("true", SampleRow.COLUMNS, null));
    }

    @Test
    void columnsAreThoseItNames() {
        Where where = Where.parse(
                "not (value > 1 or lower(channel) in ('a', event)) and customer_id is not null",
                ConditionColumns.ofTouchpoints(List.of("size")));
        assertThat(where.columnNames()).containsExactlyInAnyOrder("value", "channel", "event", "customer_id");
        assertThat(new TouchpointCondition(List.of("a"), List.of(), "buy", where).columnNames())
                .containsExactlyInAnyOrder("value", "channel", "event", "customer_id", "stage");
        assertThat(TouchpointCondition.ANY.columnNames()).isEmpty();
        assertThat(new TouchpointCondition(List.of(), List.of("web"), null, null).columnNames())
                .containsExactly("channel");
    }
}
