package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDaysTest {
    private static final long YEAR_2030 = 1_900_000_000L * 1_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "+05:30",
                "Europe/Paris",
                "America/St_Johns",
                "America/Havana",
                "Pacific/Apia",
                "Asia/Kathmandu"
            })
    void aDayIsTheCalendarsOwn(String name) {
        ZoneId zone = ZoneId.of(name);
        LocalDays days = new LocalDays(zone);
        Random random = new Random(1);
        for (int i = 0; i < 4_000; i++) {
            long micros = (long) (random.nextDouble() * 2 * YEAR_2030) - YEAR_2030;
            Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            assertThat(days.dayOf(micros))
                    .isEqualTo(instant.atZone(zone).toLocalDate().toEpochDay());
        }
    }

    @Test
    void aChangeOfTheClocksHoldsFromItsVeryInstant() {
        // At 10:00 UTC Samoa went from midnight of the 30th to midnight of the 31st.
        assertThat(daysBeforeAndAt("Pacific/Apia", "2011-12-30T10:00:00Z")).containsExactly("2011-12-29", "2011-12-31");
        // At 02:31 UTC St. John's went from 00:01 of the 29th back to 23:01 of the 28th.
        assertThat(daysBeforeAndAt("America/St_Johns", "2006-10-29T02:31:00Z"))
                .containsExactly("2006-10-29", "2006-10-28");
    }

    private static List<String> daysBeforeAndAt(String zone, String instant) {
        LocalDays days = new LocalDays(ZoneId.of(zone));
        long micros = Instant.parse(instant).getEpochSecond() * 1_000_000;
        return List.of(day(days, micros - 1), day(days, micros));
    }

    private static String day(LocalDays days, long micros) {
        return LocalDate.ofEpochDay(days.dayOf(micros)).toString();
    }

    @Test
    void aDayIsOverWithItsLastMicrosecond() {
        // The clocks of Paris are put back on 27 October 2024: that day has 25 hours and ends at 23:00 UTC.
        assertThat(lastDayOver("Europe/Paris", "2024-10-27T22:59:59.999998Z")).isEqualTo("2024-10-26");
        assertThat(lastDayOver("Europe/Paris", "2024-10-27T22:59:59.999999Z")).isEqualTo("2024-10-27");
        assertThat(lastDayOver("Europe/Paris", "2024-10-27T23:00:00Z")).isEqualTo("2024-10-27");
        assertThat(lastDayOver("UTC", "2024-10-27T23:59:59.999999Z")).isEqualTo("2024-10-27");
    }

    @Test
    void aDayThatComesAgainIsNotOverTheFirstTime() {
        // St. John's put its clocks back at 00:01 on 29 October 2006 (02:31 UTC) to 23:01 of the 28th.
        assertThat(lastDayOver("America/St_Johns", "2006-10-29T02:30:30Z")).isEqualTo("2006-10-27");
        assertThat(lastDayOver("America/St_Johns", "2006-10-29T03:29:59.999999Z"))
                .isEqualTo("2006-10-28");
    }

    @Test
    void aDayTheCalendarLeftOutIsOverWithTheOneBefore() {
        // Samoa had no 30 December 2011: the 29th ended at 10:00 UTC of the 30th.
        assertThat(lastDayOver("Pacific/Apia", "2011-12-30T09:59:59.999998Z")).isEqualTo("2011-12-28");
        assertThat(lastDayOver("Pacific/Apia", "2011-12-30T09:59:59.999999Z")).isEqualTo("2011-12-30");
    }

    @Test
    void aDayThatComesAgainIsOneDayOfActivity() {
        LocalDays days = new LocalDays(ZoneId.of("America/St_Johns"));
        List<Long> seen = List.of("2006-10-29T02:29:00Z", "2006-10-29T02:30:30Z", "2006-10-29T02:32:00Z").stream()
                .map(stamp -> days.dayOf(Instant.parse(stamp).getEpochSecond() * 1_000_000))
                .toList();
        assertThat(seen.get(0)).isEqualTo(seen.get(2)).isEqualTo(seen.get(1) - 1);
    }

    private static String lastDayOver(String zone, String instant) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
        return LocalDate.ofEpochDay(new LocalDays(ZoneId.of(zone)).lastDayOver(micros))
                .toString();
    }
}
