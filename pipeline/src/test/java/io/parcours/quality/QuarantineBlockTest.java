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
    void whatIsPackedArrivesInTheQuarantinesOrder() {
        // By hash as an unsigned number, then by the raw record, the file, the reason, the detail.
        List<Rejected> expected = List.of(
                rejected(RejectReason.BAD_VALUE, "d", "z", "z"),
                rejected(RejectReason.BAD_VALUE, "z", "a", "z"),
                rejected(RejectReason.BAD_VALUE, "z", "b", "a"),
                rejected(RejectReason.MALFORMED, "z", "b", "b"),
                rejected(RejectReason.MISSING_EVENT, "a", "b", "b"),
                rejected(RejectReason.MISSING_EVENT, "b", "b", "b"),
                rejected(RejectReason.MALFORMED, "a", "a", "a"));
        long[] hashes = {7, 9, 9, 9, 9, 9, -1};
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(order, random);
            QuarantineBlock block = new QuarantineBlock();
            List<byte[]> blocks = new ArrayList<>();
            for (int i : order) {
                block.add(hashes[i], expected.get(i));
                if (random.nextInt(3) == 0) {
                    blocks.add(block.take());
                }
            }
            blocks.add(block.take());

            assertThat(QuarantineBlock.ordered(blocks.iterator())).isEqualTo(expected);
        }
    }

    @Test
    void textsOfAnyLengthAndScriptArriveWhole() {
        Rejected record = rejected(
                RejectReason.BAD_TIMESTAMP, "", "\u0130\uD83D\uDE00,\"\n\"".repeat(20_000), "\u65E5\u8A8C.csv");
        QuarantineBlock block = new QuarantineBlock();
        block.add(Long.MIN_VALUE, record);

        assertThat(QuarantineBlock.ordered(List.of(block.take()).iterator())).containsExactly(record);
    }

    @Test
    void aBlockIsFullAt64KiBAndEmptyOnceTaken() {
        QuarantineBlock block = new QuarantineBlock();
        assertThat(block.isEmpty()).isTrue();
        // A record takes 8 bytes of hash, 1 of reason, and 4 before each of its three texts.
        block.add(1, rejected(RejectReason.MALFORMED, "", "x".repeat(64 * 1024 - 21 - 1), ""));
        assertThat(block.isEmpty()).isFalse();
        assertThat(block.isFull()).isFalse();
        assertThat(block.take()).hasSize(64 * 1024 - 1);
        assertThat(block.isEmpty()).isTrue();

        block.add(1, rejected(RejectReason.MALFORMED, "", "x".repeat(64 * 1024 - 21), ""));
        assertThat(block.isFull()).isTrue();
    }

    private static Rejected rejected(RejectReason reason, String detail, String rawRecord, String sourceFile) {
        return new Rejected(reason, detail, rawRecord, sourceFile);
    }
}
