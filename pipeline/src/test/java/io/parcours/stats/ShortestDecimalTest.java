package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.1", "-29.33", "1200", "2.5e22", "1e23", "8.41e21", "0.1234567890123456", "5e-9"})
    void a_double_is_the_decimal_that_was_written(String written) {
        assertThat(ShortestDecimal.of(Double.parseDouble(written))).isEqualByComparingTo(new BigDecimal(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.1", "-2.5", "16777216", "3.4028235e38", "1.1754944e-38"})
    void a_float_is_the_decimal_that_was_written(String written) {
        assertThat(ShortestDecimal.of(Float.parseFloat(written))).isEqualByComparingTo(new BigDecimal(written));
    }

    @Test
    void every_number_is_read_back_as_itself() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            float small = Float.intBitsToFloat(random.nextInt());
            if (Double.isFinite(number)) {
                assertThat(ShortestDecimal.of(number).doubleValue()).isEqualTo(number);
                assertThat(ShortestDecimal.of(number).precision()).isLessThanOrEqualTo(17);
            }
            if (Float.isFinite(small)) {
                assertThat(ShortestDecimal.of(small).floatValue()).isEqualTo(small);
                assertThat(ShortestDecimal.of(small).precision()).isLessThanOrEqualTo(9);
            }
        }
    }

    @Test
    void zeros_at_the_end_and_the_sign_of_zero_fall_away() {
        assertThat(ShortestDecimal.of(-0.0)).isEqualTo(BigDecimal.ZERO);
        assertThat(ShortestDecimal.of(1200.0).toPlainString()).isEqualTo("1200");
        assertThat(ShortestDecimal.of(0.5f).toPlainString()).isEqualTo("0.5");
    }
}
