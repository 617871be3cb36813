package io.parcours.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityGateTest {

    @ParameterizedTest
    @CsvSource({
        "0.01, 1, 100, true",
        "0.01, 2, 100, false",
        "0.01, 1, 99, false",
        "0, 0, 5, true",
        "0, 1, 1000000, false",
        "1, 7, 7, true",
        "0, 0, 0, true",
    })
    void a_run_passes_up_to_the_share_itself(double allowed, int rejected, long read, boolean passes) {
        assertThat(QualityGate.objection(new QualityRules(allowed), rejected(rejected), read)
                        .isEmpty())
                .isEqualTo(passes);
    }

    @Test
    void only_rejected_records_weigh_against_all_that_were_read() {
        RecordCounts counts = rejected(1);
        for (int i = 0; i < 50; i++) {
            counts.add("a", RecordOutcome.FILTERED, RecordCounts.WHERE);
            counts.add("a", RecordOutcome.AFTER_AS_OF, null);
        }
        assertThat(QualityGate.objection(QualityRules.DEFAULT, counts, 101)).isEmpty();
        assertThat(QualityGate.objection(QualityRules.DEFAULT, counts, 99)).isPresent();
    }

    @Test
    void the_objection_says_how_many_why_and_what_is_allowed() {
        RecordCounts counts = rejected(1_500);
        counts.add("b", RecordOutcome.REJECTED, "BAD_VALUE");
        assertThat(QualityGate.objection(QualityRules.DEFAULT, counts, 100_000))
                .hasValue("1,501 of 100,000 records were rejected (1.501 %, the map allows 1.000 %):"
                        + " {BAD_VALUE=1, MALFORMED=1500}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 1.001, Double.NaN})
    void a_share_lies_between_nothing_and_all(double share) {
        assertThatThrownBy(() -> new QualityRules(share)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordCounts rejected(int count) {
        RecordCounts counts = new RecordCounts();
        for (int i = 0; i < count; i++) {
            counts.add("a", RecordOutcome.REJECTED, "MALFORMED");
        }
        return counts;
    }
}
