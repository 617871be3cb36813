package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void theWidthIsWhatTheUserSaysElseWhatTheLauncherFound() {
        assertThat(Terminal.width(Map.of("COLUMNS", "100", "PARCOURS_COLUMNS", "80")))
                .hasValue(100);
        assertThat(Terminal.width(Map.of("PARCOURS_COLUMNS", "80"))).hasValue(80);
        assertThat(Terminal.width(Map.of())).isEmpty();
    }

    @Test
    void whatIsNoWidthIsNotBelieved() {
        assertThat(Terminal.width(Map.of("COLUMNS", "wide", "PARCOURS_COLUMNS", "80")))
                .hasValue(80);
        assertThat(Terminal.width(Map.of("COLUMNS", "0"))).isEmpty();
        assertThat(Terminal.width(Map.of("COLUMNS", "3"))).isEmpty();
        assertThat(Terminal.width(Map.of("COLUMNS", "99999999999"))).isEmpty();
    }
}
