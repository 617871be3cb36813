package io.parcours.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordCountsTest {
    private static final String[] REASONS = {null, "BAD_VALUE", "MALFORMED"};

    /** A counted record, as the definition of the counts sees it. */
    private record Counted(String file, RecordOutcome outcome, String reason) {}

    @Test
    void parts_merged_in_any_order_count_what_the_whole_does() {
        Random random = new Random(7);
        List<Counted> records = new ArrayList<>();
        RecordCounts whole = new RecordCounts();
        List<RecordCounts> parts = List.of(new RecordCounts(), new RecordCounts(), new RecordCounts());
        for (int i = 0; i < 2_000; i++) {
            Counted record = new Counted(
                    "file" + random.nextInt(3),
                    RecordOutcome.values()[random.nextInt(5)],
                    REASONS[random.nextInt(REASONS.length)]);
            records.add(record);
            whole.add(record.file(), record.outcome(), record.reason());
            parts.get(random.nextInt(3)).add(record.file(), record.outcome(), record.reason());
        }
        RecordCounts merged = new RecordCounts();
        for (int part : new int[] {2, 0, 1}) {
            merged.merge(parts.get(part));
        }
        assertThat(merged.ordered()).isEqualTo(whole.ordered());
        assertThat(merged.total()).isEqualTo(2_000);
        for (RecordOutcome outcome : RecordOutcome.values()) {
            assertThat(merged.count(outcome))
                    .isEqualTo(records.stream()
                            .filter(record -> record.outcome() == outcome)
                            .count());
        }
        merged.byFile()
                .forEach((file, count) -> assertThat(count)
                        .isEqualTo(records.stream()
                                .filter(record -> record.file().equals(file))
                                .count()));
    }

    @Test
    void merging_leaves_the_other_counts_as_they_were() {
        RecordCounts one = new RecordCounts();
        RecordCounts other = new RecordCounts();
        other.add("a", RecordOutcome.ACCEPTED, null);
        one.merge(other);
        one.add("a", RecordOutcome.ACCEPTED, null);
        assertThat(one.count(RecordOutcome.ACCEPTED)).isEqualTo(2);
        assertThat(other.count(RecordOutcome.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void rows_are_in_the_order_of_file_outcome_and_reason_by_bytes() {
        RecordCounts counts = new RecordCounts();
        counts.add("\uD83D\uDE00", RecordOutcome.ACCEPTED, null);
        counts.add("\uFFEE", RecordOutcome.REJECTED, "MALFORMED");
        counts.add("\uFFEE", RecordOutcome.REJECTED, "BAD_VALUE");
        counts.add("\uFFEE", RecordOutcome.DUPLICATE, null);
        assertThat(QualityReport.of(counts).rows())
                .containsExactly(
                        new QualityReport.Row("\uFFEE", "duplicate", null, 1),
                        new QualityReport.Row("\uFFEE", "rejected", "BAD_VALUE", 1),
                        new QualityReport.Row("\uFFEE", "rejected", "MALFORMED", 1),
                        new QualityReport.Row("\uD83D\uDE00", "accepted", null, 1));
    }

    @Test
    void reasons_are_counted_over_files() {
        RecordCounts counts = new RecordCounts();
        counts.add("b", RecordOutcome.REJECTED, "MALFORMED");
        counts.add("a", RecordOutcome.REJECTED, "MALFORMED");
        counts.add("a", RecordOutcome.REJECTED, "BAD_VALUE");
        counts.add("a", RecordOutcome.FILTERED, RecordCounts.WHERE);
        assertThat(counts.byReason(RecordOutcome.REJECTED))
                .containsExactly(entry("BAD_VALUE", 1L), entry("MALFORMED", 2L));
        assertThat(counts.byReason(RecordOutcome.ACCEPTED)).isEmpty();
    }
}
