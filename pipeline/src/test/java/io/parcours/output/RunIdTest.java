package io.parcours.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunIdTest {
    @Test
    void saysWhenTheRunStartedInUtc() {
        assertThat(RunId.startedAt(Instant.parse("2024-03-31T23:59:59.123456Z")).value())
                .matches("20240331T235959123Z-[0-9a-f]{8}");
    }

    @Test
    void sortsByTheStart() {
        Instant start = Instant.parse("2023-12-31T23:59:59.999Z");
        for (int millis = 1; millis < 2000; millis += 7) {
            assertThat(RunId.startedAt(start)).isLessThan(RunId.startedAt(start.plusMillis(millis)));
        }
    }

    @Test
    void twoRunsOfOneInstantDiffer() {
        Instant start = Instant.parse("2024-03-31T00:00:00Z");
        Set<RunId> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            ids.add(RunId.startedAt(start));
        }
        assertThat(ids).hasSize(100);
    }

    @Test
    void isNothingElse() {
        assertThatThrownBy(() -> new RunId("../20240331T235959123Z-00000000"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
