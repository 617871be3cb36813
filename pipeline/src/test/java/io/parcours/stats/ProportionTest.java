package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /**
     * R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods",
     * Statistics in Medicine 17 (1998) 857-872, table I, method 3.
     */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThePublishedOne(long successes, long trials, double low, double high) {
        Interval interval = new Proportion(successes, trials).interval().orElseThrow();

        assertThat(interval.low()).isEqualTo(low, within(0.00005));
        assertThat(interval.high()).isEqualTo(high, within(0.00005));
    }

    @Test
    void theEndsSolveWilsonsEquation() {
        // The ends are where the distance to the rate is z standard errors of the end itself.
        Interval interval = new Proportion(7, 31).interval().orElseThrow();
        for (double end : new double[] {interval.low(), interval.high()}) {
            double distance = Math.abs(end - 7.0 / 31) / Math.sqrt(end * (1 - end) / 31);
            assertThat(distance).isEqualTo(1.959963984540054, within(1e-9));
        }
    }

    @Test
    void theEndsMeetZeroAndOneExactly() {
        for (long trials = 1; trials < 2000; trials++) {
            assertThat(new Proportion(0, trials).interval().orElseThrow().low()).isZero();
            assertThat(new Proportion(trials, trials).interval().orElseThrow().high())
                    .isEqualTo(1);
        }
    }

    @Test
    void theRateLiesWithinItsIntervalAndTheIntervalWithinZeroAndOne() {
        for (long trials = 1; trials < 60; trials++) {
            for (long successes = 0; successes <= trials; successes++) {
                Proportion proportion = new Proportion(successes, trials);
                double rate = proportion.rate().orElseThrow();
                Interval interval = proportion.interval().orElseThrow();
                assertThat(rate).isEqualTo((double) successes / trials).isBetween(interval.low(), interval.high());
                assertThat(interval.low()).isBetween(0.0, 1.0);
                assertThat(interval.high()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void withoutTrialsThereIsNeitherRateNorInterval() {
        assertThat(new Proportion(0, 0).rate()).isEmpty();
        assertThat(new Proportion(0, 0).interval()).isEmpty();
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
