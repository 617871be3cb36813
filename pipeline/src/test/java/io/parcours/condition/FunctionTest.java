package io.parcours.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionTest {

    /** These tests run under a Turkish locale, where Java's own lower case of I has no dot. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lower('TITLE I') = 'title i'",
                "upper('title i') = 'TITLE I'",
                "LOWER('A') = 'a' and Lower('A') = 'a'",
                "SUBSTRING('fire', 2, 1) = 'i'",
                "TRIM('  x\t') = 'x'",
                "length('') = 0",
                "length('a\uD83D\uDE00b') = 3", // an emoji is one character
                "substring('abcdef', 3) = 'cdef'",
                "substring('abcdef', 2, 3) = 'bcd'",
                "substring('abcdef', 0, 3) = 'ab'", // SQL: characters 0, 1, 2
                "substring('abcdef', -5) = 'abcdef'",
                "substring('abcdef', 7) = ''",
                "substring('abcdef', 1e15, 1e15) = ''",
                "substring('abcdef', 5, 100) = 'ef'",
                "substring('a\uD83D\uDE00b', 2, 1) = '\uD83D\uDE00'",
                "starts_with('abc', 'ab') and not starts_with('abc', 'b')",
                "ends_with('abc', 'bc') and not ends_with('abc', 'b')",
                "contains('abc', 'b') and not contains('abc', 'B')",
                "contains('abc', '')",
                "abs(-2.5) = 2.5",
                "round(2.5) = 3 and round(-2.5) = -3 and round(2.4) = 2",
                "round(0.49999999999999994) = 0", // adding a half first would make it 1
                "round(4503599627370497) = 4503599627370497", // 2^52 + 1: adding a half first would change it
                "round(1.005, 2) = 1.01",
                "round(-1250, -2) = -1300",
                "floor(-1.5) = -2 and ceil(-1.5) = -1 and floor(1.5) = 1 and ceil(1.5) = 2",
                "coalesce(null, null, 5) = 5",
                "coalesce(null, 'a', 'b') = 'a'",
                "coalesce(null) is null",
                "coalesce(null, occurred_at) > '2024-03-01'",
                "coalesce(null, 1 = 1)",
                "cast(' -1.5e1 ' as number) = -15",
                "cast('+.5' as number) = 0.5",
                "cast('5.' as number) = 5",
                "cast(5 as text) = '5'",
                "cast(-0.0 as text) = '0'",
                "cast(0.5 as text) = '0.5'",
                "cast(1e21 as text) = '1000000000000000000000'",
                "cast(1e-7 as text) = '0.0000001'",
                "cast(9007199254740992 as text) = '9007199254740992'", // 2^53
                "CAST('5' AS Number) = 5 and cast(5 as TEXT) = '5'",
                "cast('a' as text) = 'a' and cast(5 as number) = 5",
                "cast(1 = 2 as text) = 'false'",
                "cast(null as number) is null",
                // Friday 2024-03-01T12:30:15Z
                "hour(occurred_at) = 12",
                "day_of_week(occurred_at) = 5"
            })
    void givesWhatIsDocumented(String condition) {
        assertThat(SampleRow.purchase().test(condition)).isEqualTo(Verdict.HOLDS);
    }

    /** Against java.time's own calendar, around a change of the clocks, before 1970, and in zones of odd offsets. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Paris", "America/Bahia_Banderas", "Asia/Kathmandu", "Pacific/Apia"})
    void readsTheClockOfTheZone(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        for (long hour = -500_000; hour < 500_000; hour += 1237) {
            long micros = hour * 3_600_000_000L + 1_799_999_999L;
            ZonedDateTime local =
                    Instant.ofEpochMilli(Math.floorDiv(micros, 1000)).atZone(zone);

            assertThat(LocalClock.hour(micros, zone)).isEqualTo(local.getHour());
            assertThat(LocalClock.dayOfWeek(micros, zone))
                    .isEqualTo(local.getDayOfWeek().getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurred_at = '2024-03-01T12:30:15Z'",
                "occurred_at = '2024-03-01 12:30:15'",
                "occurred_at = '2024-03-01t12:30:15z'",
                "occurred_at = '2024-03-01T12:30:15.000000999Z'", // finer than microseconds is cut
                "occurred_at < '2024-03-01T12:30:15.000001Z'",
                "occurred_at = '2024-03-01T14:30:15+02:00'",
                "occurred_at = '2024-03-01T14:30:15+02'",
                "occurred_at > '2024-03-01 12:30'",
                "occurred_at >= '2024-03-01'",
                "'2024-03-02' > occurred_at",
                "occurred_at not in ('2024-03-01', '2024-03-02')",
                "occurred_at between '2024-03-01' and '2024-03-02'",
                "occurred_at is not null",
                "occurred_at = occurred_at",
                "(occurred_at = null) is null"
            })
    void comparesInstantsWithIsoTexts(String condition) {
        assertThat(SampleRow.purchase().test(condition)).isEqualTo(Verdict.HOLDS);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // 2024-03-01T12:30:15Z is 18:15:15 in Kathmandu (+05:45)
                "Asia/Kathmandu, occurred_at = '2024-03-01T18:15:15'",
                "Asia/Kathmandu, hour(occurred_at) = 18",
                "Asia/Kathmandu, occurred_at = '2024-03-01T12:30:15Z'",
                // its day begins at 2024-02-29T18:15Z
                "Asia/Kathmandu, occurred_at > '2024-03-01' and occurred_at < '2024-03-02'",
                "Pacific/Apia, day_of_week(occurred_at) = 6", // +13:00: Saturday 01:30
                "Pacific/Apia, occurred_at > '2024-03-02'"
            })
    void readsLocalTextsInTheMapsZone(String zone, String condition) {
        Where where = Where.parse(condition, SampleRow.COLUMNS, ZoneId.of(zone));

        assertThat(where.test(SampleRow.purchase())).isEqualTo(Verdict.HOLDS);
    }

    /** In Paris the clocks went from 02:00 to 03:00 on 2024-03-31, and from 03:00 back to 02:00 on 2024-10-27. */
    @Test
    void movesASkippedTimeOnAndTakesTheFirstOfARepeatedOne() {
        ZoneId paris = ZoneId.of("Europe/Paris");

        assertThat(InstantText.parse("2024-03-31T02:30", paris))
                .isEqualTo(InstantText.parse("2024-03-31T01:30Z", paris));
        assertThat(InstantText.parse("2024-10-27T02:30", paris))
                .isEqualTo(InstantText.parse("2024-10-27T00:30Z", paris));
    }

    @Test
    void cutsFinerDigitsAlsoBefore1970() {
        assertThat(InstantText.parse("1969-12-31T23:59:59.9999995Z", ZoneId.of("UTC")))
                .hasValue(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30",
                "2024-13-01",
                "2024-3-1",
                "01.03.2024",
                "2024-03-01T",
                "2024-03-01T12",
                "2024-03-01T24:00",
                "2024-03-01T12:30:60Z",
                "2024-03-01Z",
                "2024-03-01T12:30.5",
                "2024-03-01T12:30:15.Z",
                "2024-03-01T12:30 UTC",
                "+12024-03-01",
                " 2024-03-01",
                "",
                "yesterday"
            })
    void refusesTextsThatAreNoInstant(String text) {
        assertThat(InstantText.parse(text, ZoneId.of("UTC"))).isEmpty();
    }
}
