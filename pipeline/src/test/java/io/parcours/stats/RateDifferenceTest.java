package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newcombe's interval of a difference of rates. */
class RateDifferenceTest {

    /** The eight examples of table II of Newcombe (1998), method 10, as printed there. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void the_published_examples_come_out(int one, int ofOne, int other, int ofOther, double low, double high) {
        RateDifference difference = RateDifference.of(new Proportion(one, ofOne), new Proportion(other, ofOther))
                .orElseThrow();

        assertThat(difference.value()).isEqualTo((double) one / ofOne - (double) other / ofOther);
        assertThat(difference.low()).isCloseTo(low, within(5e-5));
        assertThat(difference.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void exchanging_the_groups_mirrors_the_interval() {
        RateDifference one =
                RateDifference.of(new Proportion(5, 56), new Proportion(1, 29)).orElseThrow();
        RateDifference other =
                RateDifference.of(new Proportion(1, 29), new Proportion(5, 56)).orElseThrow();

        assertThat(other.value()).isEqualTo(-one.value());
        assertThat(other.low()).isCloseTo(-one.high(), within(1e-15));
        assertThat(other.high()).isCloseTo(-one.low(), within(1e-15));
    }

    @Test
    void without_one_of_the_bases_there_is_no_difference() {
        assertThat(RateDifference.of(new Proportion(0, 0), new Proportion(1, 2)))
                .isEmpty();
        assertThat(RateDifference.of(new Proportion(1, 2), new Proportion(0, 0)))
                .isEmpty();
    }
}
