package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GammaDerivativesTest {
    private static final double EULER = 0.5772156649015328606;

    /** NIST Digital Library of Mathematical Functions, 5.4.12, 5.4.13 and 5.4.14. */
    @Test
    void known_values_are_right() {
        assertThat(GammaDerivatives.digamma(1)).isCloseTo(-EULER, withPercentage(1e-12));
        assertThat(GammaDerivatives.digamma(.5)).isCloseTo(-EULER - 2 * Math.log(2), withPercentage(1e-12));
        double harmonic = 0;
        for (int k = 1; k < 50; k++) {
            harmonic += 1.0 / k;
        }
        assertThat(GammaDerivatives.digamma(50)).isCloseTo(harmonic - EULER, withPercentage(1e-12));
        assertThat(GammaDerivatives.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, withPercentage(1e-12));
        assertThat(GammaDerivatives.trigamma(.5)).isCloseTo(Math.PI * Math.PI / 2, withPercentage(1e-12));
    }

    /** Computed with mpmath 1.3 in 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-06, -1000000.57721402, 1000000000001.645",
        "0.01, -100.56088545786867, 10001.621213528313",
        "0.2425945, -4.3584619455183626, 18.198988174693144",
        "1.7, 0.20854787487349392, 0.79323283016399841",
        "11.99, 2.4417922836683349, 0.08697741048698757",
        "12.5, 2.485195651274912, 0.08328522460157837",
        "1000.25, 6.9075052894144283, 0.0010002499791197935",
        "10000000.0, 16.118095600958319, 1.0000000500000017e-7"
    })
    void values_far_and_near_are_right(double x, double digamma, double trigamma) {
        assertThat(GammaDerivatives.digamma(x)).isCloseTo(digamma, withPercentage(1e-11));
        assertThat(GammaDerivatives.trigamma(x)).isCloseTo(trigamma, withPercentage(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void what_is_not_positive_is_refused(double x) {
        assertThatIllegalArgumentException().isThrownBy(() -> GammaDerivatives.digamma(x));
        assertThatIllegalArgumentException().isThrownBy(() -> GammaDerivatives.trigamma(x));
    }
}
