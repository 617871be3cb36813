package io.parcours.stats;

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

    @Test
    void noDegreesOfFreedomAreRefused() {
        assertThatThrownBy(() -> StudentQuantile.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
