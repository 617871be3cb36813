package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DesignEffectTest {

    @Test
    void fourTimesTheVarianceHalvesTheDistance() {
        // z = 1.9599640 becomes 0.9799820, and erfc(0.9799820 / sqrt 2) is 0.3270950.
        DesignEffect effect = DesignEffect.of(8, 2);
        assertThat(effect.value()).isEqualTo(4);
        assertThat(effect.widened(0.05)).isCloseTo(0.3270950, within(1e-7));
        assertThat(effect.widened(1)).isEqualTo(1);
        assertThat(effect.widened(0)).isZero();
        // The ends lie twice as far from 2 on the scale of logarithms: 2 / 2^2 and 2 * 2^2.
        Interval wider = effect.widened(2, new Interval(1, 4));
        assertThat(wider.low()).isCloseTo(0.5, within(1e-12));
        assertThat(wider.high()).isCloseTo(8, within(1e-12));
    }

    @Test
    void nothingIsCalledSurerThanItWas() {
        assertThat(DesignEffect.of(1, 2)).isEqualTo(new DesignEffect(1));
        assertThat(DesignEffect.of(1, 0)).isEqualTo(new DesignEffect(1));
        Interval interval = new Interval(0.3, 0.7);
        assertThat(new DesignEffect(1).widened(0.5, interval)).isSameAs(interval);
        assertThat(new DesignEffect(1).widened(0.123)).isEqualTo(0.123);
        assertThatThrownBy(() -> new DesignEffect(0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
