package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AsOfTest {

    @Test
    void theInstantIsKeptToTheMicrosecond() {
        for (long micros :
                new long[] {0, 1, -1, 1_700_000_000_123_456L, -62_135_596_800_000_000L, 253_402_300_799_999_999L}) {
            assertThat(AsOf.ofMicros(micros, ZoneOffset.UTC).micros()).isEqualTo(micros);
        }
        assertThat(new AsOf(Instant.parse("1970-01-01T00:00:02.000003Z"), ZoneOffset.UTC).micros())
                .isEqualTo(2_000_003);
    }

    @Test
    void theDateIsThatOfTheMapsZone() {
        Instant instant = Instant.parse("2024-03-01T22:30:00Z");

        assertThat(new AsOf(instant, ZoneId.of("Asia/Kathmandu")).date()).isEqualTo(LocalDate.of(2024, 3, 2));
        assertThat(new AsOf(instant, ZoneOffset.UTC).date()).isEqualTo(LocalDate.of(2024, 3, 1));
    }
}
