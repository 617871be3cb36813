package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {

    @Test
    void amountsCountAsTheDecimalsTheyWereWrittenAs() {
        ExactSum sum = new ExactSum();
        for (int i = 0; i < 10; i++) {
            sum.add(0.1);
        }
        sum.add(29.33);
        sum.add(-0.33);
        // Adding the doubles gives 29.999999999999996.
        assertThat(sum.toDouble()).isEqualTo(30.0);
        assertThat(sum.total()).isEqualByComparingTo("30");
    }

    @Test
    void moreThanFourPlacesCountAsDecimalsToo() {
        ExactSum sum = new ExactSum();
        sum.add(0.123456);
        sum.add(0.000001);
        sum.add(12345678901234567.0);
        assertThat(sum.total()).isEqualByComparingTo("12345678901234568.123457");
    }

    @Test
    void aMissingValueChangesNothing() {
        ExactSum sum = new ExactSum();
        sum.add(Double.NaN);
        assertThat(sum.count()).isZero();
        assertThat(sum.value()).isEmpty();
        assertThat(sum.toDouble()).isZero();
        sum.add(0);
        assertThat(sum.value()).hasValue(0.0);
    }

    @Test
    void anInfiniteValueIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactSum().add(Double.POSITIVE_INFINITY));
    }

    @Test
    void sumsPastALongOfUnitsStayExact() {
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;
        BigDecimal value = new BigDecimal("9999999999.9999");
        for (int i = 0; i < 200_000; i++) {
            sum.add(value.doubleValue());
            expected = expected.add(value);
        }
        assertThat(sum.total()).isEqualByComparingTo(expected);
    }

    @Test
    void theSumIsThatOfTheWrittenDecimalsWhateverTheOrderAndTheParts() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            BigDecimal expected = BigDecimal.ZERO;
            List<ExactSum> parts = new ArrayList<>();
            for (int p = 0; p <= random.nextInt(5); p++) {
                parts.add(new ExactSum());
            }
            int values = random.nextInt(50);
            for (int i = 0; i < values; i++) {
                // Up to 15 digits: every decimal of that length is given back by its nearest double.
                BigDecimal value = BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000_000L, random.nextInt(20));
                expected = expected.add(value);
                parts.get(random.nextInt(parts.size())).add(value.doubleValue());
            }
            while (parts.size() > 1) {
                ExactSum part = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            assertThat(parts.get(0).total()).isEqualByComparingTo(expected);
            assertThat(parts.get(0).count()).isEqualTo(values);
        }
    }
}
