package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussHypergeometricTest {
    private static final MathContext DIGITS = new MathContext(40);

    /** NIST Digital Library of Mathematical Functions, 15.4.1, 15.4.6, 15.4.2 and 15.4.4. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, .01, .3, .5, .9, .99, .999, .9999, .999999, .99999999})
    void closed_forms_hold(double z) {
        double root = Math.sqrt(z);
        double arcsine = Math.atan2(root, Math.sqrt(1 - z));
        assertRelative(GaussHypergeometric.of(1, 1, 2, z), -Math.log1p(-z) / z);
        assertRelative(
                GaussHypergeometric.of(3.7, 2.5, 2.5, z < .9999 ? z : .9), Math.pow(1 - (z < .9999 ? z : .9), -3.7));
        assertRelative(GaussHypergeometric.of(.5, 1, 1.5, z), Math.log1p(2 * root * (1 + root) / (1 - z)) / (2 * root));
        assertRelative(GaussHypergeometric.of(.5, .5, 1.5, z), arcsine / root);
    }

    @Test
    void it_is_one_at_zero() {
        assertThat(GaussHypergeometric.of(3, 4, 5, 0)).isEqualTo(1);
    }

    /** Gauss's sum at z = 1, DLMF 15.4.20, which is approached from below. */
    @ParameterizedTest
    @CsvSource({".3, .4, 2.5", "1.2, 2.3, 6", "20, 3, 30", ".01, .02, 3", "1000, 2, 1010"})
    void it_comes_near_its_sum_at_one(double a, double b, double c) {
        double atOne = Gamma.logGamma(c) + Gamma.logGamma(c - a - b) - Gamma.logGamma(c - a) - Gamma.logGamma(c - b);
        assertThat(GaussHypergeometric.logOf(a, b, c, 1 - 1e-13)).isCloseTo(atOne, within(2e-9 * Math.max(1, a)));
    }

    /** The power series in 40 digits, DLMF 15.2.1; every way of computing is met. */
    @Test
    void it_is_its_power_series() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            double a = Math.exp(random.nextDouble() * 10 - 4);
            double b = Math.exp(random.nextDouble() * 10 - 4);
            double c = (i % 3 == 0 ? Math.max(a, b) + random.nextDouble() : Math.exp(random.nextDouble() * 10 - 4));
            double z = i % 4 == 0 ? 1 - Math.exp(-random.nextDouble() * 5) : random.nextDouble();
            double expected = logSeries(a, b, c, z);
            assertThat(GaussHypergeometric.logOf(a, b, c, z))
                    .as("%s %s %s %s", a, b, c, z)
                    .isCloseTo(expected, within(tolerance(a, b, c, expected)));
        }
    }

    private static double tolerance(double a, double b, double c, double logarithm) {
        return Math.max(1e-12, 1e-14 * Math.max(logarithm, Math.max(Math.max(a, b), c)));
    }

    /** Both ways of the same F must agree where both go. */
    @Test
    void series_and_integral_agree() {
        Random random = new Random(8);
        for (int i = 0; i < 400; i++) {
            double a = Math.exp(random.nextDouble() * 14 - 6);
            double b = Math.exp(random.nextDouble() * 14 - 6);
            double c = b + Math.exp(random.nextDouble() * 14 - 6);
            double z = random.nextDouble() * .9;
            double expected = GaussHypergeometric.logOf(a, b, c, z);
            assertThat(EulerIntegral.log(a, b, c, z))
                    .as("%s %s %s %s", a, b, c, z)
                    .isCloseTo(expected, within(Math.max(1e-11, 1e-13 * Math.max(a, c))));
        }
    }

    /** Computed with mpmath 1.3 in 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "100000.2426, 2.4259, 100002.2188, 0.5, 1.6814578070430101",
        "100000.2426, 100002.4259, 100002.2188, 0.0099009900990099, 995.03755994007178",
        "0.2426, 2.4259, 2.2188, 0.9999999, 6.4807131552810104",
        "23.2426, 25.4259, 25.2188, 0.4552, 14.234285621270071",
        "1.8312, 0.5533, 2.8312, 0.999, 1.0231257648524304",
        "1000.5, 1001.5, 1003, 0.9999, 9201.1337793568424",
        "0.01, 0.02, 0.03, 0.999999, 0.088129833085043054",
        "5, 0.001, 0.002, 0.99999999, 91.389755075288286",
        "2.5, 0.7, 1.2, 0.999999999999, 54.631162268779466",
        "50000, 3, 50000.5, 0.97, 10.518705109407097",
        "0.001, 1000.0, 1000.001, 0.99999, 0.011502434429403825",
        "250, 0.3, 0.9, 0.9, 569.98775098346549"
    })
    void hard_cases_are_right(double a, double b, double c, double z, double logarithm) {
        assertThat(GaussHypergeometric.logOf(a, b, c, z)).isCloseTo(logarithm, within(tolerance(a, b, c, logarithm)));
    }

    /** F(a, b; c; z) is that of b and a. */
    @Test
    void the_first_two_parameters_are_alike() {
        assertThat(GaussHypergeometric.of(3.3, .2, 1.1, .7)).isEqualTo(GaussHypergeometric.of(.2, 3.3, 1.1, .7));
    }

    @Test
    void it_answers_or_refuses_but_is_never_no_number() {
        Random random = new Random(9);
        int answers = 0;
        for (int i = 0; i < 2_000; i++) {
            double a = Math.exp(random.nextGaussian() * 6);
            double b = Math.exp(random.nextGaussian() * 6);
            double c = Math.min(a, b) * 1.0001 + Math.exp(random.nextGaussian() * 6);
            double z = 1 - Math.exp(-random.nextDouble() * 36);
            double logarithm = GaussHypergeometric.logOf(a, b, c, Math.min(z, Math.nextDown(1.0)));
            assertThat(logarithm).as("%s %s %s %s", a, b, c, z).isFinite().isNotNegative();
            answers++;
        }
        assertThat(answers).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, .5",
        "1, -1, 1, .5",
        "1, 1, 0, .5",
        "1, 1, NaN, .5",
        "1, Infinity, 1, .5",
        "1, 1, 1, 1",
        "1, 1, 1, -.1",
        "1, 1, 1, NaN",
        "3, 2, 1, .99999999999"
    })
    void what_lies_outside_the_range_is_refused(double a, double b, double c, double z) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussHypergeometric.logOf(a, b, c, z))
                .withMessageStartingWith("outside the range");
    }

    @Test
    void what_is_too_large_for_a_double_is_refused() {
        assertThat(GaussHypergeometric.logOf(1e5, 1e5, 2, .9)).isGreaterThan(1e5);
        assertThatIllegalArgumentException().isThrownBy(() -> GaussHypergeometric.of(1e5, 1e5, 2, .9));
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, withPercentage(1e-10));
    }

    private static double logSeries(double a, double b, double c, double z) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal exactZ = new BigDecimal(z);
        BigDecimal negligible = new BigDecimal("1e-18");
        for (int k = 0; ; k++) {
            BigDecimal top = new BigDecimal(a)
                    .add(BigDecimal.valueOf(k))
                    .multiply(new BigDecimal(b).add(BigDecimal.valueOf(k)), DIGITS);
            BigDecimal bottom =
                    new BigDecimal(c).add(BigDecimal.valueOf(k)).multiply(BigDecimal.valueOf(k + 1L), DIGITS);
            BigDecimal ratio = top.divide(bottom, DIGITS).multiply(exactZ, DIGITS);
            term = term.multiply(ratio, DIGITS);
            sum = sum.add(term, DIGITS);
            double greatest = Math.max(ratio.doubleValue(), z);
            if (greatest < 1
                    && term.compareTo(sum.multiply(negligible).multiply(BigDecimal.valueOf(1 - greatest))) < 0) {
                // The logarithm of a number beyond the range of doubles, by its digits and its exponent.
                int exponent = sum.precision() - sum.scale();
                return Math.log(sum.movePointLeft(exponent).doubleValue()) + exponent * Math.log(10);
            }
        }
    }
}
