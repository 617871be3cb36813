package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfOptionTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Paris is one hour ahead of UTC until 31 March 2024, 02:00, two from then on. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-30, 2024-03-30T22:59:59.999999Z",
        "2024-03-31, 2024-03-31T21:59:59.999999Z",
        "2024-03-30T12:00, 2024-03-30T11:00:00Z",
        "2024-03-30 12:00:00, 2024-03-30T11:00:00Z",
        "2024-03-30T12:00:00Z, 2024-03-30T12:00:00Z",
        "2024-03-30T12:00:00+05, 2024-03-30T07:00:00Z",
        "2024-03-30T12:00:00+0530, 2024-03-30T06:30:00Z",
        "2024-03-30T12:00:00.1234567-05:30, 2024-03-30T17:30:00.123456Z"
    })
    void aDayATimeAndAnInstantAreUnderstood(String text, String instant) {
        assertThat(AsOfOption.parse(text, PARIS)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2024-02-30",
                "2024-03-30T",
                "2024-03-30T25:00",
                "2024-03-30T12:00+2",
                "1709287200"
            })
    void anythingElseIsAUsageError(String text) {
        assertThatThrownBy(() -> AsOfOption.parse(text, PARIS))
                .isInstanceOfSatisfying(
                        CommandException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("--as-of is a day");
    }
}
