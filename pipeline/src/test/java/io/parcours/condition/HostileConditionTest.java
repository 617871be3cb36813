package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileConditionTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "(,", // 100,000 characters of each, the last shorter
        "'not ',",
        "-,",
        "+,",
        "lower(,",
        "coalesce(,",
        "1 in (,",
        "cast(,",
        "1 = (,"
    })
    void refusesEndlessNesting(String opening) {
        String condition = opening.repeat(100_000 / opening.length());

        assertThatThrownBy(() -> Where.parse(condition, SampleRow.COLUMNS))
                .isInstanceOf(ConditionException.class)
                .hasMessageStartingWith("a condition is nested at most 100 deep");
    }

    @Test
    void takesAHundredLevels() {
        assertThat(SampleRow.purchase().test("(".repeat(100) + "true" + ")".repeat(100)))
                .isEqualTo(Verdict.HOLDS);
        assertThat(SampleRow.purchase().test("not ".repeat(100) + "true")).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void nestsNoDeeperForLongChains() {
        SampleRow row = SampleRow.purchase();

        assertThat(row.test("value = 120" + " and value = 120".repeat(6000))).isEqualTo(Verdict.HOLDS);
        assertThat(row.test("value = 1" + " or value = 120".repeat(6000))).isEqualTo(Verdict.HOLDS);
        assertThat(row.test("1" + "+1".repeat(40_000) + " = 40001")).isEqualTo(Verdict.HOLDS);
        assertThat(row.test("1" + "*1".repeat(40_000) + " = 1")).isEqualTo(Verdict.HOLDS);
        assertThat(row.test("value in (1" + ",1".repeat(40_000) + ",120)")).isEqualTo(Verdict.HOLDS);
        assertThat(row.test("event in ('a'" + ",'a'".repeat(20_000) + ",'purchase')"))
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void refusesEndlessText() {
        assertThatThrownBy(() -> Where.parse("true" + " ".repeat(100_000), SampleRow.COLUMNS))
                .isInstanceOf(ConditionException.class)
                .hasMessage("a condition has at most 100000 characters, this one has 100004; "
                        + "put long lists of values into a column of the log");
    }

    /** A matcher that tries every way to share the text among the signs would need more than 10^50 steps. */
    @Test
    void matchesPatternsInPolynomialTime() {
        SampleRow row = SampleRow.purchase().with("event", "a".repeat(20_000));
        String pattern = "%a".repeat(498) + "%b";

        Assertions.assertTimeoutPreemptively(SOON, () -> {
            assertThat(row.test("event like '" + pattern + "'")).isEqualTo(Verdict.DOES_NOT_HOLD);
            assertThat(row.test("event like '" + pattern + "%' or event like '" + "%a".repeat(500) + "'"))
                    .isEqualTo(Verdict.HOLDS);
        });
    }

    @Test
    void refusesEndlessPatterns() {
        assertThatThrownBy(() -> Where.parse("event like '" + "%a".repeat(501) + "'", SampleRow.COLUMNS))
                .hasMessage("a pattern of like has at most 1000 characters, at character 12");
    }

    /** Each level holds the one below once; an evaluator that works a part out twice would need 2^90 steps. */
    @Test
    void worksEachPartOutOnce() {
        String condition = "event";
        for (int level = 0; level < 45; level++) {
            condition = "cast(" + condition + " between 'a' and 'z' as text)";
        }
        String nested = condition + " in ('true', platform)";

        Assertions.assertTimeoutPreemptively(SOON, () -> {
            assertThat(SampleRow.purchase().test(nested)).isEqualTo(Verdict.HOLDS);
            assertThat(Where.parse(nested, SampleRow.COLUMNS).isNeverTrue()).isFalse();
        });
    }

    @Test
    void gluesNoProofOutOfEndlessConditions() {
        StringBuilder condition = new StringBuilder("true");
        for (int i = 0; i < 5000; i++) {
            condition.append(" and value != ").append(i);
        }

        Assertions.assertTimeoutPreemptively(
                SOON,
                () -> assertThat(Where.parse(condition.toString(), SampleRow.COLUMNS)
                                .isNeverTrue())
                        .isFalse());
    }

    /** Whatever stands in the condition: an answer or an error of our own, nothing else. */
    @Test
    void neverBreaksInAnotherWay() {
        String[] words = {
            "(",
            ")",
            ",",
            "'",
            "\"",
            "`",
            "'a'",
            "1",
            ".",
            "1e",
            "value",
            "event",
            "occurred_at",
            "stage",
            "null",
            "true",
            "not",
            "and",
            "or",
            "in",
            "like",
            "between",
            "is",
            "escape",
            "'!'",
            "=",
            "<",
            "+",
            "-",
            "*",
            "/",
            "%",
            "lower",
            "round",
            "coalesce",
            "cast",
            "as",
            "number",
            "text",
            "hour",
            "substring",
            "\u0000",
            "\ud800",
            "\ud83d\ude00",
            "\\",
            "|",
            "'2024-03-01'",
            "\n",
            "\u0130",
            "\u0131"
        };
        Random random = new Random(11);
        SampleRow row = SampleRow.purchase();
        int parsed = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder condition = new StringBuilder();
            for (int length = 1 + random.nextInt(9); length > 0; length--) {
                condition.append(words[random.nextInt(words.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            try {
                Where where = Where.parse(condition.toString(), SampleRow.COLUMNS);
                Verdict verdict = where.test(row);
                parsed++;
                assertThat(verdict == Verdict.HOLDS && where.isNeverTrue())
                        .as("%s holds although it never does", condition)
                        .isFalse();
            } catch (ConditionException e) {
                assertThat(e.getMessage()).doesNotContain("\n", "\u0000");
            }
        }
        assertThat(parsed).isGreaterThan(20);
    }
}
