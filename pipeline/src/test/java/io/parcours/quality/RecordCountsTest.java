package io.parcours.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordCountsTest {

    /** One counted record. */
    private record Counted(String file, RecordOutcome outcome, String reason) {}

    @Test
    void everyRecordCountsOnceUnderItsFileOutcomeAndReason() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            List<Counted> log = randomLog(random);
            RecordCounts counts = counts(log);

            assertThat(counts.total()).isEqualTo(log.size());
            for (RecordOutcome outcome : RecordOutcome.values()) {
                List<Counted> same =
                        log.stream().filter(c -> c.outcome() == outcome).toList();
                assertThat(counts.count(outcome)).isEqualTo(same.size());
                assertThat(counts.byReason(outcome).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(same.stream().filter(c -> c.reason() != null).count());
                counts.byReason(outcome)
                        .forEach((reason, count) -> assertThat(count)
                                .isEqualTo(same.stream()
                                        .filter(c -> reason.equals(c.reason()))
                                        .count()));
            }
            counts.byFile()
                    .forEach((file, count) -> assertThat(count)
                            .isEqualTo(log.stream()
                                    .filter(c -> c.file().equals(file))
                                    .count()));
            for (QualityReport.Row row : QualityReport.of(counts).rows()) {
                assertThat(log.stream()
                                .filter(c -> c.file().equals(row.sourceFile())
                                        && c.outcome().label().equals(row.outcome())
                                        && Objects.equals(c.reason(), row.reason()))
                                .count())
                        .isEqualTo(row.recordCount());
            }
        }
    }

    @Test
    void mergedPartsAreTheWholeAndGoOnCounting() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Counted> first = randomLog(random);
            List<Counted> second = randomLog(random);
            List<Counted> third = randomLog(random);
            RecordCounts merged = counts(first);
            merged.merge(counts(second));
            third.forEach(c -> merged.add(c.file(), c.outcome(), c.reason()));

            List<Counted> all = new ArrayList<>(first);
            all.addAll(second);
            all.addAll(third);
            assertThat(merged.ordered()).isEqualTo(counts(all).ordered());
        }
    }

    @Test
    void rowsComeByFileThenOutcomeThenReason() {
        RecordCounts counts = new RecordCounts();
        // U+FF5E sorts after U+1F600 by UTF-16 units and before it by UTF-8 bytes.
        counts.add("\uD83D\uDE00", RecordOutcome.ACCEPTED, null);
        counts.add("\uFF5E", RecordOutcome.REJECTED, "MISSING_EVENT");
        counts.add("\uFF5E", RecordOutcome.REJECTED, "BAD_VALUE");
        counts.add("\uFF5E", RecordOutcome.AFTER_AS_OF, null);
        counts.add("\uFF5E", RecordOutcome.ACCEPTED, null);
        counts.add("\uFF5E", RecordOutcome.ACCEPTED, null);

        assertThat(QualityReport.of(counts).rows())
                .containsExactly(
                        new QualityReport.Row("\uFF5E", "accepted", null, 2),
                        new QualityReport.Row("\uFF5E", "rejected", "BAD_VALUE", 1),
                        new QualityReport.Row("\uFF5E", "rejected", "MISSING_EVENT", 1),
                        new QualityReport.Row("\uFF5E", "after_as_of", null, 1),
                        new QualityReport.Row("\uD83D\uDE00", "accepted", null, 1));
        assertThat(counts.byFile().keySet()).containsExactly("\uFF5E", "\uD83D\uDE00");
        assertThat(counts.byReason(RecordOutcome.REJECTED)).isEqualTo(Map.of("BAD_VALUE", 1L, "MISSING_EVENT", 1L));
        assertThat(counts.byReason(RecordOutcome.ACCEPTED)).isEmpty();
    }

    @Test
    void everyColumnTellsItsOwnPartOfTheRow() {
        QualityReport.Row row = new QualityReport.Row("a.csv", "rejected", "BAD_VALUE", 4);

        assertThat(QualityReport.TABLE.columns())
                .extracting(Column::name)
                .containsExactly("source_file", "outcome", "reason", "record_count");
        assertThat(QualityReport.TABLE.columns())
                .extracting(column -> column.value().apply(row))
                .containsExactly("a.csv", "rejected", "BAD_VALUE", 4L);
    }

    private static RecordCounts counts(List<Counted> log) {
        RecordCounts counts = new RecordCounts();
        log.forEach(c -> counts.add(c.file(), c.outcome(), c.reason()));
        return counts;
    }

    /** Texts are made anew, so that equal ones are not one object. */
    private static List<Counted> randomLog(Random random) {
        List<Counted> log = new ArrayList<>();
        int size = random.nextInt(30);
        for (int i = 0; i < size; i++) {
            RecordOutcome outcome = RecordOutcome.values()[random.nextInt(RecordOutcome.values().length)];
            boolean hasReason = outcome == RecordOutcome.REJECTED || outcome == RecordOutcome.FILTERED;
            log.add(new Counted("f" + random.nextInt(3), outcome, hasReason ? "R" + random.nextInt(2) : null));
        }
        return log;
    }
}
