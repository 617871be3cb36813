package io.parcours.stats;

import static java.lang.Math.pow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class StudentQuantileTest {

    /** M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), table 26.10. */
    @Test
    void theQuantilesAreThePublishedOnes() {
        assertThat(StudentQuantile.of(1)).isEqualTo(12.706, within(0.0005));
        assertThat(StudentQuantile.of(10)).isEqualTo(2.228, within(0.0005));
        assertThat(StudentQuantile.of(30)).isEqualTo(2.042, within(0.0005));
        assertThat(StudentQuantile.of(120)).isEqualTo(1.980, within(0.0005));
        assertThat(StudentQuantile.of(Long.MAX_VALUE)).isEqualTo(1.959964, within(0.000001));
    }

    @Test
    void theExpansionMeetsTheDistribution() {
        for (long degrees = 1; degrees < 3000; degrees = degrees * 5 / 4 + 1) {
            double exact = new TDistribution(null, degrees).inverseCumulativeProbability(0.975);
            assertThat(StudentQuantile.of(degrees)).isEqualTo(exact, within(1e-6));
        }
    }

    /** M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.5, as printed. */
    @Test
    void theExpansionIsTheHandbooksTermByTerm() {
        double x = 1.959963984540054;
        double[] terms = {
            (pow(x, 3) + x) / 4,
            (5 * pow(x, 5) + 16 * pow(x, 3) + 3 * x) / 96,
            (3 * pow(x, 7) + 19 * pow(x, 5) + 17 * pow(x, 3) - 15 * x) / 384,
            (79 * pow(x, 9) + 776 * pow(x, 7) + 1482 * pow(x, 5) - 1920 * pow(x, 3) - 945 * x) / 92160
        };
        for (long degrees : new long[] {30, 31, 100}) {
            double expected = x;
            for (int term = 0; term < terms.length; term++) {
                expected += terms[term] / pow(degrees, term + 1);
            }
            assertThat(StudentQuantile.of(degrees)).isEqualTo(expected, within(1e-13));
        }
    }

    @Test
    void noDegreesOfFreedomAreRefused() {
        assertThatThrownBy(() -> StudentQuantile.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
