package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCodesTest {

    @Test
    void equal_texts_and_only_they_have_equal_numbers() {
        Random random = new Random(3);
        TextCodes codes = new TextCodes();
        for (int round = 0; round < 3; round++) {
            Map<String, Integer> expected = new HashMap<>();
            for (int i = 0; i < 60_000; i++) {
                String text = "text " + random.nextInt(20_000);
                int code = codes.of(text);
                assertThat(expected.putIfAbsent(text, code)).isIn(null, code);
                assertThat(codes.text(code)).isEqualTo(text);
            }
            assertThat(expected.values()).doesNotHaveDuplicates();
            assertThat(codes.count()).isEqualTo(expected.size());
            codes.clear();
        }
    }

    @Test
    void texts_made_to_collide_are_told_apart_without_walking_past_all_of_them() {
        TextCodes codes = new TextCodes();
        // "Aa" and "BB" have one hash, and so has every row of them: 32,768 texts of 15 pairs with the same hash.
        for (int pass = 0; pass < 2; pass++) {
            for (int number = 0; number < 1 << 15; number++) {
                assertThat(codes.of(colliding(number))).isEqualTo(number + 1);
            }
        }
        assertThat(codes.of("Aa")).isEqualTo((1 << 15) + 1);
        assertThat(codes.text(77)).isEqualTo(colliding(76));
    }

    @Test
    void a_missing_text_has_number_0() {
        TextCodes codes = new TextCodes();
        assertThat(codes.of(null)).isZero();
        assertThat(codes.text(0)).isNull();
        assertThat(codes.of("")).isEqualTo(1);
    }

    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
