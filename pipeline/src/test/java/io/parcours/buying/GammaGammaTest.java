package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class GammaGammaTest {
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    /** p v / (q - 1), by hand: 96.5 / 2.74. */
    @Test
    void who_has_not_bought_again_is_worth_the_mean_over_all() {
        assertThat(CDNOW.populationMean().getAsDouble()).isCloseTo(35.218978, withPercentage(1e-6));
        assertThat(CDNOW.expectedValue(0, Double.NaN)).isEqualTo(CDNOW.populationMean());
    }

    /**
     * The mean over all rates of what is spent: the sum over rate n of p / n, weighted by how likely the customer's own
     * mean is at n, a gamma density with shape p x and rate n x, and n itself, one with shape q and rate v.
     */
    @Test
    void the_expected_value_is_the_integral_of_the_story() {
        int x = 3;
        double mean = 51;
        double weights = 0;
        double values = 0;
        for (double u = -20; u < 15; u += .02) {
            double rate = Math.exp(u);
            double weight = Math.exp(u * (6.25 * x + 3.74) - rate * (15.44 + x * mean));
            weights += weight;
            values += weight * 6.25 / rate;
        }
        assertThat(CDNOW.expectedValue(x, mean).getAsDouble()).isCloseTo(values / weights, withPercentage(1e-8));
    }

    @Test
    void many_purchases_speak_for_themselves() {
        assertThat(CDNOW.expectedValue(Integer.MAX_VALUE, 80).getAsDouble()).isCloseTo(80, withPercentage(1e-6));
    }

    @Test
    void an_infinite_mean_is_none() {
        GammaGamma heavy = new GammaGamma(.2, .9, 5);
        assertThat(heavy.populationMean()).isEmpty();
        assertThat(heavy.expectedValue(0, 0)).isEmpty();
        assertThat(new GammaGamma(.02, .9, 5).expectedValue(5, 10)).isEmpty();
        // (v + x m) p / (p x + q - 1) = 15 x 0.2 / 0.1.
        assertThat(heavy.expectedValue(1, 10).getAsDouble()).isCloseTo(30, withPercentage(1e-9));
    }

    @Test
    void a_mean_that_is_none_expects_nothing() {
        assertThat(CDNOW.expectedValue(2, Double.NaN)).isEmpty();
        assertThat(CDNOW.expectedValue(2, -1)).isEmpty();
        assertThat(CDNOW.expectedValue(2, Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(CDNOW.expectedValue(2, Double.MAX_VALUE).getAsDouble()).isFinite();
    }

    @Test
    void parameters_must_be_positive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaGamma(0, 1, 1));
    }
}
