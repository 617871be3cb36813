package io.parcours.report.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTest {

    @Test
    void leavesWhatIsShortAndCutsWhatIsLong() {
        assertThat(Brief.of("add_to_cart")).isEqualTo("add_to_cart");
        assertThat(Brief.of("x".repeat(48))).isEqualTo("x".repeat(48));
        assertThat(Brief.of("x".repeat(49))).isEqualTo("x".repeat(48) + "…");
    }

    @Test
    void countsLettersNotTheirHalves() {
        assertThat(Brief.of("\ud83d\uded2".repeat(60))).isEqualTo("\ud83d\uded2".repeat(48) + "…");
    }

    @Test
    void isolatesWhatWouldTurnTheSentence() {
        assertThat(Brief.of("\u202etxet desrever")).isEqualTo("\u2068\u202etxet desrever\u2069");
        assertThat(Brief.of("\u0627\u0644\u0639")).startsWith("\u2068").endsWith("\u2069");
    }
}
