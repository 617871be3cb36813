package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Benjamini's and Hochberg's q values. */
class FalseDiscoveryRateTest {
    /** The example of Benjamini and Hochberg (1995), section 3.2: fifteen comparisons of two treatments of a heart attack. */
    private static final double[] HEART = {
        .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.000
    };

    @Test
    void the_published_example_has_four_findings() {
        double[] qValues = FalseDiscoveryRate.of(HEART);

        assertThat(Arrays.stream(qValues).filter(q -> q <= .05)).hasSize(4);
        // By hand: .0095 * 15 / 4, and .0201 * 15 / 5 = .0603; .0278 takes the q of .0298, * 15 / 7.
        assertThat(qValues[3]).isCloseTo(.035625, within(1e-12));
        assertThat(qValues[4]).isCloseTo(.0603, within(1e-12));
        assertThat(qValues[5]).isCloseTo(.0298 * 15 / 7, within(1e-12));
        assertThat(qValues[14]).isEqualTo(1);
    }

    @Test
    void the_order_of_the_tests_does_not_matter() {
        double[] turned = new double[HEART.length];
        for (int i = 0; i < HEART.length; i++) {
            turned[i] = HEART[HEART.length - 1 - i];
        }
        double[] qValues = FalseDiscoveryRate.of(turned);

        for (int i = 0; i < HEART.length; i++) {
            assertThat(qValues[HEART.length - 1 - i]).isEqualTo(FalseDiscoveryRate.of(HEART)[i]);
        }
    }

    @Test
    void one_test_keeps_its_p_and_none_gives_none() {
        assertThat(FalseDiscoveryRate.of(new double[] {.03})).containsExactly(.03);
        assertThat(FalseDiscoveryRate.of(new double[0])).isEmpty();
    }
}
