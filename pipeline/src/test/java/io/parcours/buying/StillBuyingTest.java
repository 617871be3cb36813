package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.parcours.stats.GaussHypergeometric;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillBuyingTest {

    @Test
    void all_ways_agree() {
        Random random = new Random(2);
        int compared = 0;
        for (int i = 0; i < 300; i++) {
            double shape = Math.exp(random.nextDouble() * 6 - 2);
            double a = Math.exp(random.nextDouble() * 6 - 3);
            double c = Math.exp(random.nextDouble() * 8 - 2);
            double time = Math.exp(random.nextDouble() * 6 - 3);
            double series = StillBuying.bySeries(shape, 1, a, c, time);
            double counts = StillBuying.byCounts(shape, a, c, time);
            String text = shape + " " + a + " " + c + " " + time;
            if (!Double.isNaN(series) && !Double.isNaN(counts)) {
                assertThat(series).as(text).isCloseTo(counts, withPercentage(1e-7));
                compared++;
            }
            if (i % 10 == 0) {
                assertThat(StillBuying.byRate(shape, a, c, time))
                        .as(text)
                        .isCloseTo(StillBuying.expected(shape, 1, a, c, time), withPercentage(1e-7));
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    /** Fader, Hardie and Lee (2005), equation 10, as it stands. */
    @ParameterizedTest
    @CsvSource({"2.24, 4.4, .79, 4.43, 39", "23.24, 43.4, .79, 25.4, 39", ".24, 43.4, 2.5, 2.4, 5", "5, 1, .5, 3, 20"})
    void it_is_the_published_formula(double shape, double exposure, double a, double c, double time) {
        double z = time / (exposure + time);
        double f = GaussHypergeometric.of(shape, c, a + c - 1, z);
        double expected = (a + c - 1) / (a - 1) * (1 - Math.pow(exposure / (exposure + time), shape) * f);
        assertThat(StillBuying.expected(shape, exposure, a, c, time)).isCloseTo(expected, withPercentage(1e-9));
    }

    /** Between the neighbours on both sides, however near they are: a = 1 is a hole in the formula, not in the answer. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9, 1e-12, 1e-15})
    void nothing_happens_where_a_is_one(double near) {
        double below = StillBuying.expected(3.2, 20, 1 - near, 5.4, 39);
        double at = StillBuying.expected(3.2, 20, 1, 5.4, 39);
        double above = StillBuying.expected(3.2, 20, 1 + near, 5.4, 39);
        assertThat(at).isCloseTo((below + above) / 2, withPercentage(1e-3));
        assertThat(below).isGreaterThanOrEqualTo(at * (1 - 1e-12));
        assertThat(at).isGreaterThanOrEqualTo(above * (1 - 1e-12));
        assertThat(below - above).isCloseTo(2 * near * slope(), within(1e-3 * near + 1e-13));
    }

    private static double slope() {
        return (StillBuying.byCounts(3.2, .9999, 5.4, 39 / 20.0) - StillBuying.byCounts(3.2, 1.0001, 5.4, 39 / 20.0))
                / 2e-4;
    }

    /** c = 1 - a makes the denominator of the published formula 0. */
    @Test
    void nothing_happens_where_a_and_c_are_one_together() {
        double at = StillBuying.expected(.5, 2, .25, .75, 3);
        assertThat(at).isCloseTo(StillBuying.byCounts(.5, .25, .75, 1.5), withPercentage(1e-9));
    }

    @Test
    void in_no_time_nothing_is_bought() {
        assertThat(StillBuying.expected(3, 5, .8, 2, 0)).isZero();
    }

    /** One who hardly leaves buys R / A a period. */
    @Test
    void who_never_leaves_buys_at_his_rate() {
        assertThat(StillBuying.expected(6, 30, 1e-9, 10, 5)).isCloseTo(1, within(1e-7));
        assertThat(StillBuying.expected(100_000, 14_285, 1e-7, 1e5, 10)).isCloseTo(1e6 / 14_285, withPercentage(1e-4));
    }
}
