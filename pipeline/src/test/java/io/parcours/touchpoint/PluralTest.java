package io.parcours.touchpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {
    @Test
    void one_alone_is_singular() {
        assertThat(Plural.of(1, "cost is", "costs are")).isEqualTo("1 cost is");
        assertThat(Plural.of(0, "cost is", "costs are")).isEqualTo("0 costs are");
        assertThat(Plural.of(1_001, "journey", "journeys")).isEqualTo("1,001 journeys");
    }
}
