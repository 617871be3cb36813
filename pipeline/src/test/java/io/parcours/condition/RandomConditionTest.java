package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomConditionTest {

    @Test
    void agreesWithAPlainReadingOfTheRules() {
        RandomConditions conditions = new RandomConditions(new Random(20240301));
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        int neverTrue = 0;
        for (int i = 0; i < 20_000; i++) {
            ConditionInterpreter.Part part = conditions.flag(1 + i % 4);
            Where where = Where.parse(part.text(), SampleRow.COLUMNS);
            boolean isNeverTrue = where.isNeverTrue();
            neverTrue += isNeverTrue ? 1 : 0;
            for (int r = 0; r < 8; r++) {
                SampleRow row = conditions.row();
                Verdict verdict = where.test(row);
                assertThat(verdict).as(part.text()).isEqualTo(expected(part, row));
                assertThat(isNeverTrue && verdict == Verdict.HOLDS)
                        .as(part.text())
                        .isFalse();
                seen.merge(verdict, 1, Integer::sum);
            }
        }
        assertThat(seen.values()).hasSize(3).allMatch(count -> count > 5000);
        assertThat(neverTrue).isGreaterThan(1000);
    }

    private static Verdict expected(ConditionInterpreter.Part part, SampleRow row) {
        Optional<Optional<Boolean>> outcome = ConditionInterpreter.outcome(part, row);
        if (outcome.isEmpty()) {
            return Verdict.FAILED;
        }
        return outcome.get().orElse(false) ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
    }
}
