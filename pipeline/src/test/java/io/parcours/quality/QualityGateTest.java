package io.parcours.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final QualityRules ONE_PERCENT = new QualityRules(0.01);

    @Test
    void aShareAtTheLimitPasses() {
        assertThat(QualityGate.objection(ONE_PERCENT, counts(1, 0), 100)).isEmpty();
        assertThat(QualityGate.objection(new QualityRules(0), counts(0, 0), 100))
                .isEmpty();
        assertThat(QualityGate.objection(new QualityRules(1), counts(100, 0), 100))
                .isEmpty();
    }

    @Test
    void aShareAboveTheLimitStopsTheRunAndSaysWhy() {
        assertThat(QualityGate.objection(ONE_PERCENT, counts(1_000, 235), 100_000))
                .hasValue("1,235 of 100,000 records were rejected (1.235 %, the map allows 1.000 %):"
                        + " BAD_TIMESTAMP 1,000, MALFORMED 235");
        assertThat(QualityGate.objection(new QualityRules(0), counts(1, 0), 100_000))
                .isPresent();
    }

    @Test
    void aLogWithoutRecordsPasses() {
        assertThat(QualityGate.rejectedShare(0, 0)).isZero();
        assertThat(QualityGate.objection(new QualityRules(0), counts(0, 0), 0)).isEmpty();
    }

    @Test
    void theShareIsThatOfTheRecordsRead() {
        assertThat(QualityGate.rejectedShare(3, 12)).isEqualTo(0.25);
    }

    @Test
    void aLimitIsAShare() {
        assertThat(QualityRules.DEFAULT.maxRejectedShare()).isEqualTo(0.01);
        for (double share : new double[] {-0.001, 1.001, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new QualityRules(share));
        }
    }

    private static RecordCounts counts(int badTimestamps, int malformed) {
        RecordCounts counts = new RecordCounts();
        for (int i = 0; i < badTimestamps; i++) {
            counts.add("log.csv", RecordOutcome.REJECTED, "BAD_TIMESTAMP");
        }
        for (int i = 0; i < malformed; i++) {
            counts.add("log.csv", RecordOutcome.REJECTED, "MALFORMED");
        }
        // What is left out on purpose is no fault of the log.
        counts.add("log.csv", RecordOutcome.FILTERED, RecordCounts.WHERE);
        return counts;
    }
}
