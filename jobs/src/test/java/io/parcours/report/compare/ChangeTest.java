package io.parcours.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.report.data.Estimate;
import io.parcours.stats.Proportion;
import org.junit.jupiter.api.Test;

class ChangeTest {

    /** Newcombe (1998), table II, example (a): 56/70 against 48/80, by method 10 the difference .2 has .0524 to .3339. */
    @Test
    void the_interval_for_two_rates_is_newcombes_method_10() {
        Change change = Change.of(rate(48, 80), rate(56, 70));

        assertThat(change.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(change.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(change.high()).isCloseTo(0.3339, within(5e-5));
    }

    /** The same source, example (b): 9/10 against 3/10, .6 with .1705 to .8090. */
    @Test
    void also_for_few() {
        Change change = Change.of(rate(3, 10), rate(9, 10));

        assertThat(change.low()).isCloseTo(0.1705, within(5e-5));
        assertThat(change.high()).isCloseTo(0.8090, within(5e-5));
    }

    @Test
    void an_interval_that_ends_at_zero_has_a_p_value_of_one_in_twenty() {
        Change change = new Change(new Estimate(0.2, 0.1, 0.3), new Estimate(0.3, 0.2, 0.4), 0, 0.2);

        assertThat(change.pValue()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void the_order_of_the_days_turns_the_sign_alone() {
        Change there = Change.of(rate(30, 100), rate(45, 100));
        Change back = Change.of(rate(45, 100), rate(30, 100));

        assertThat(back.low()).isCloseTo(-there.high(), within(1e-12));
        assertThat(back.pValue()).isCloseTo(there.pValue(), within(1e-12));
    }

    @Test
    void equal_figures_are_no_change_even_without_any_width() {
        Estimate sure = new Estimate(1, 1.0, 1.0);

        assertThat(Change.of(sure, sure).pValue()).isEqualTo(1);
        assertThat(Change.of(new Estimate(0, 0.0, 0.0), sure).pValue()).isZero();
    }

    private static Estimate rate(long count, long base) {
        Proportion proportion = new Proportion(count, base);
        return new Estimate(
                (double) count / base,
                proportion.interval().orElseThrow().low(),
                proportion.interval().orElseThrow().high());
    }
}
