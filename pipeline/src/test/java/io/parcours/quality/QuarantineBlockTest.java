package io.parcours.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.ingest.ParsedRecord.Rejected;
import io.parcours.ingest.RejectReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuarantineBlockTest {

    @Test
    void records_come_back_whole_in_one_order_whatever_the_blocks() {
        Random random = new Random(3);
        List<Rejected> records = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            records.add(new Rejected(
                    RejectReason.values()[random.nextInt(RejectReason.values().length)],
                    "detail \u00e9" + random.nextInt(3),
                    "raw \uD83D\uDE00\n\u0000" + "x".repeat(random.nextInt(3)),
                    "file" + random.nextInt(2)));
        }
        List<Rejected> first = QuarantineBlock.ordered(blocks(records, 1).iterator());
        Collections.shuffle(records, random);
        List<Rejected> second = QuarantineBlock.ordered(blocks(records, 37).iterator());
        assertThat(first).hasSize(500).containsExactlyInAnyOrderElementsOf(records);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void hashes_are_ordered_without_sign_then_content_decides() {
        QuarantineBlock block = new QuarantineBlock();
        block.add(-1, rejected("a"));
        block.add(1, rejected("z"));
        block.add(1, rejected("b"));
        assertThat(QuarantineBlock.ordered(List.of(block.take()).iterator()))
                .extracting(Rejected::rawRecord)
                .containsExactly("b", "z", "a");
    }

    @Test
    void a_block_that_was_taken_is_empty_and_one_long_record_fills_it() {
        QuarantineBlock block = new QuarantineBlock();
        assertThat(block.isEmpty()).isTrue();
        block.add(0, rejected("x".repeat(70_000)));
        assertThat(block.isFull()).isTrue();
        assertThat(QuarantineBlock.ordered(List.of(block.take()).iterator())).hasSize(1);
        assertThat(block.isEmpty()).isTrue();
        assertThat(block.isFull()).isFalse();
    }

    private static List<byte[]> blocks(List<Rejected> records, int count) {
        List<byte[]> blocks = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            QuarantineBlock block = new QuarantineBlock();
            for (int i = part; i < records.size(); i += count) {
                block.add(records.get(i).rawRecord().length(), records.get(i));
            }
            blocks.add(block.take());
        }
        return blocks;
    }

    private static Rejected rejected(String raw) {
        return new Rejected(RejectReason.MALFORMED, "detail", raw, "file");
    }
}
