package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet's own decoder reads the runs and groups. */
class CodesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 9, 13, 16, 17, 24, 25, 31})
    void codesOfEveryWidthAreReadBack(int width) throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int[] expected = runs(random, random.nextInt(seed < 100 ? 40 : 2_000), 1 << Math.min(width, 30));
            Codes codes = new Codes();
            for (int code : expected) {
                codes.add(code);
            }
            assertThat(decoded(codes, width))
                    .as("width %d, seed %d", width, seed)
                    .isEqualTo(expected);
        }
    }

    /** Runs of lengths around the ones at which the writing changes, between single codes. */
    private static int[] runs(Random random, int count, int bound) {
        int[] codes = new int[count];
        int at = 0;
        while (at < count) {
            int code = random.nextInt(bound);
            int length = random.nextBoolean() ? 1 : 1 + random.nextInt(random.nextBoolean() ? 18 : 150);
            for (int end = Math.min(count, at + length); at < end; at++) {
                codes[at] = code;
            }
        }
        return codes;
    }

    private static int[] decoded(Codes codes, int width) throws IOException {
        PageBytes page = new PageBytes();
        codes.writeRuns(width, page);
        RunLengthBitPackingHybridDecoder decoder =
                new RunLengthBitPackingHybridDecoder(width, new ByteArrayInputStream(page.array(), 0, page.size()));
        int[] decoded = new int[codes.count()];
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = decoder.readInt();
        }
        return decoded;
    }

    @Test
    void aRunIsSmall() {
        Codes codes = new Codes();
        codes.add(5, 20_000);
        PageBytes page = new PageBytes();
        codes.writeRuns(13, page);
        assertThat(page.size())
                .as("three bytes for 40,000 in base 128, two for 13 bits")
                .isEqualTo(5);
    }

    @Test
    void packedFlagsAreBitsTheLowestFirst() {
        Codes flags = new Codes();
        for (int flag : new int[] {1, 0, 1, 1, 0, 0, 0, 0, 0, 1}) {
            flags.add(flag);
        }
        PageBytes page = new PageBytes();
        flags.writePacked(1, page);
        assertThat(page.copy(0, page.size())).containsExactly(0b1101, 0b10);
    }
}
