package io.parcours.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {
    /** Around every border of UTF-8's lengths and of the surrogates, and i as Turkish has it. */
    private static final int[] CODE_POINTS = {
        0, 'A', 'I', 'i', 'z', 0x7F, 0x80, 0x130, 0x131, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F600,
        0x10FFFF
    };

    @Test
    void theOrderIsThatOfTheBytes() {
        Random random = new Random(9);
        for (int round = 0; round < 100_000; round++) {
            String one = text(random);
            String other = random.nextInt(4) == 0 ? one + text(random) : text(random);
            int bytes = Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

            assertThat(Integer.signum(Utf8Order.compare(one, other))).isEqualTo(Integer.signum(bytes));
            assertThat(Integer.signum(Utf8Order.COMPARATOR.compare(one, other))).isEqualTo(Integer.signum(bytes));
        }
    }

    @Test
    void aMissingTextComesLast() {
        assertThat(Utf8Order.COMPARATOR.compare(null, "")).isPositive();
        assertThat(Utf8Order.COMPARATOR.compare("\uDBFF\uDFFF", null)).isNegative();
        assertThat(Utf8Order.COMPARATOR.compare(null, null)).isZero();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(4), 0, CODE_POINTS.length)
                .map(i -> CODE_POINTS[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
