package io.parcours.condition;

import static io.parcours.condition.Truth.FAILED;
import static io.parcours.condition.Truth.FALSE;
import static io.parcours.condition.Truth.TRUE;
import static io.parcours.condition.Truth.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final Map<Truth, String> TEXT =
            new EnumMap<>(Map.of(TRUE, "1 = 1", FALSE, "1 = 2", UNKNOWN, "null = 1", FAILED, "1 / 0 = 1"));

    /** SQL's tables, with a row and a column for FAILED. */
    @Test
    void followsTheWrittenTables() {
        Truth[] order = {TRUE, FALSE, UNKNOWN, FAILED};
        Truth[][] and = {
            {TRUE, FALSE, UNKNOWN, FAILED},
            {FALSE, FALSE, FALSE, FALSE},
            {UNKNOWN, FALSE, UNKNOWN, FAILED},
            {FAILED, FALSE, FAILED, FAILED}
        };
        Truth[][] or = {
            {TRUE, TRUE, TRUE, TRUE},
            {TRUE, FALSE, UNKNOWN, FAILED},
            {TRUE, UNKNOWN, UNKNOWN, FAILED},
            {TRUE, FAILED, FAILED, FAILED}
        };
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < order.length; j++) {
                assertThat(order[i].and(order[j])).isEqualTo(and[i][j]);
                assertThat(order[i].or(order[j])).isEqualTo(or[i][j]);
            }
        }
        assertThat(List.of(TRUE.not(), FALSE.not(), UNKNOWN.not(), FAILED.not()))
                .containsExactly(FALSE, TRUE, UNKNOWN, FAILED);
    }

    /**
     * What unknown means, read by brute force: put true and false in its place; where both give one answer, that is the
     * answer, else it is unknown.
     */
    @Test
    void isWhatEveryValueOfTheUnknownAgreesOn() {
        Set<Truth> sql = EnumSet.of(TRUE, FALSE, UNKNOWN);
        for (Truth left : sql) {
            for (Truth right : sql) {
                EnumSet<Truth> ands = EnumSet.noneOf(Truth.class);
                EnumSet<Truth> ors = EnumSet.noneOf(Truth.class);
                for (boolean one : possible(left)) {
                    for (boolean other : possible(right)) {
                        ands.add(Truth.of(one && other));
                        ors.add(Truth.of(one || other));
                    }
                }
                assertThat(left.and(right)).isEqualTo(agreed(ands));
                assertThat(left.or(right)).isEqualTo(agreed(ors));
            }
        }
    }

    private static List<Boolean> possible(Truth truth) {
        return truth == UNKNOWN ? List.of(true, false) : List.of(truth == TRUE);
    }

    private static Truth agreed(EnumSet<Truth> answers) {
        return answers.size() == 1 ? answers.iterator().next() : UNKNOWN;
    }

    @Test
    void doesNotDependOnOrderOrGroupingAndObeysDeMorgan() {
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                assertThat(a.and(b))
                        .isEqualTo(b.and(a))
                        .isEqualTo(a.not().or(b.not()).not());
                assertThat(a.or(b)).isEqualTo(b.or(a));
                for (Truth c : Truth.values()) {
                    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
                    assertThat(a.or(b).or(c)).isEqualTo(a.or(b.or(c)));
                }
            }
        }
    }

    /** The grammar's chains of three against the two-valued operators, constant and on a row. */
    @Test
    void isTheLogicOfTheGrammar() {
        for (Truth a : Truth.values()) {
            for (Truth b : Truth.values()) {
                for (Truth c : Truth.values()) {
                    check(" and ", a, b, c, a.and(b).and(c));
                    check(" or ", a, b, c, a.or(b).or(c));
                }
            }
        }
    }

    private static void check(String operator, Truth a, Truth b, Truth c, Truth expected) {
        String constant = String.join(operator, TEXT.get(a), TEXT.get(b), TEXT.get(c));
        SampleRow one = new SampleRow().with("value", 1.0);
        assertThat(truth(constant, one)).as(constant).isEqualTo(expected);
        assertThat(truth(constant.replace("1 ", "value "), one)).as(constant).isEqualTo(expected);
    }

    private static Truth truth(String condition, SampleRow row) {
        if (row.test(condition) == Verdict.FAILED) {
            return FAILED;
        }
        if (row.test("(" + condition + ") is null") == Verdict.HOLDS) {
            return UNKNOWN;
        }
        return Truth.of(row.test(condition) == Verdict.HOLDS);
    }
}
