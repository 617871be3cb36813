package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String read(TimestampFormat format, ZoneId zone, String text) {
        TimestampReader reader = TimestampReader.of(format, zone);
        if (!reader.read(text)) {
            return "none";
        }
        Instant instant = Instant.ofEpochSecond(
                Math.floorDiv(reader.micros(), 1_000_000L), Math.floorMod(reader.micros(), 1_000_000L) * 1000L);
        return instant + (reader.isCut() ? " cut" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01, 2024-02-29T23:00:00Z",
        "2024-07-01, 2024-06-30T22:00:00Z",
        "2024-03-01T10:20, 2024-03-01T09:20:00Z",
        "2024-03-01 10:20:30, 2024-03-01T09:20:30Z",
        "2024-03-01t10:20:30.5, 2024-03-01T09:20:30.500Z",
        "'2024-03-01 10:20:30,25', 2024-03-01T09:20:30.250Z",
        "2024-03-01T10:20:30.123456, 2024-03-01T09:20:30.123456Z",
        "2024-03-01T10:20:30.123456000, 2024-03-01T09:20:30.123456Z",
        "2024-03-01T10:20:30.123456789, 2024-03-01T09:20:30.123456Z cut",
        "1969-12-31T23:59:59.9999999Z, 1969-12-31T23:59:59.999999Z cut",
        "2024-03-01T10:20:30Z, 2024-03-01T10:20:30Z",
        "2024-03-01T10:20:30z, 2024-03-01T10:20:30Z",
        "2024-03-01 10:20:30 UTC, 2024-03-01T10:20:30Z",
        "2024-03-01T10:20:30+01:00, 2024-03-01T09:20:30Z",
        "2024-03-01T10:20:30-0330, 2024-03-01T13:50:30Z",
        "2024-03-01 10:20:30 +05, 2024-03-01T05:20:30Z",
        "2024-03-01T10:20:30+01:00:30, 2024-03-01T09:20:00Z",
        "2024-03-01T10:20+18:00, 2024-02-29T16:20:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        // The clocks go from 2:00 to 3:00, and from 3:00 back to 2:00: java.time's rule.
        "2024-03-31T02:30:00, 2024-03-31T01:30:00Z",
        "2024-10-27T02:30:00, 2024-10-27T00:30:00Z"
    })
    void isoStampsAreRead(String text, String expected) {
        assertThat(read(TimestampFormat.ISO, BERLIN, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "2024-03",
                "2024-3-1",
                "2024-13-01",
                "2024-00-01",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-04-31",
                "2024-03-00",
                "0000-01-01",
                "-2024-03-01",
                "20240301",
                "2024-03-01T",
                "2024-03-01T10",
                "2024-03-01T24:00:00",
                "2024-03-01T10:60:00",
                "2024-03-01T10:20:60",
                "2024-03-01T10:20:",
                "2024-03-01T10:20:30.",
                "2024-03-01T10:20:30.1234567890",
                "2024-03-01T10:20:30+",
                "2024-03-01T10:20:30+1",
                "2024-03-01T10:20:30+01:",
                "2024-03-01T10:20:30+19:00",
                "2024-03-01T10:20:30+01:60",
                "2024-03-01T10:20:30 CET",
                "2024-03-01T10:20:30Zz",
                "2024-03-01Z",
                "2024-03-01  10:20:30",
                "２０２４-03-01",
                "01/03/2024",
                "1709251200"
            })
    void whatIsNoIsoStampIsNot(String text) {
        assertThat(read(TimestampFormat.ISO, ZoneOffset.UTC, text)).isEqualTo("none");
    }

    @Test
    void randomStampsAreReadAsJavaTimeReadsThem() {
        Random random = new Random(11);
        String[] zones = {"UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "+05:30"
        };
        for (String zoneName : zones) {
            ZoneId zone = ZoneId.of(zoneName);
            TimestampReader reader = TimestampReader.of(TimestampFormat.ISO, zone);
            for (int i = 0; i < 10_000; i++) {
                String text = mutated(random, stamp(random));
                Instant expected = javaTime(text, zone);
                boolean isRead = reader.read(text);
                assertThat(isRead).as(text).isEqualTo(expected != null);
                if (isRead) {
                    long micros = expected.getEpochSecond() * 1_000_000 + expected.getNano() / 1000;
                    assertThat(reader.micros()).as(text + " in " + zone).isEqualTo(micros);
                    assertThat(reader.isCut()).as(text).isEqualTo(expected.getNano() % 1000 != 0);
                }
            }
        }
    }

    private static String stamp(Random random) {
        LocalDateTime time = LocalDateTime.of(1 + random.nextInt(9999), 1, 1, 0, 0)
                .plusDays(random.nextInt(365))
                .plusSeconds(random.nextInt(86_400));
        String date = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).format(time);
        String clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(time);
        String fraction = "." + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
        String offset = String.format(
                Locale.ROOT, "%s%02d:%02d", random.nextBoolean() ? "+" : "-", random.nextInt(18), random.nextInt(60));
        return switch (random.nextInt(6)) {
            case 0 -> date;
            case 1 -> date + " " + clock.substring(0, 5);
            case 2 -> date + "T" + clock;
            case 3 -> date + "T" + clock + fraction.substring(0, 2 + random.nextInt(9));
            case 4 -> date + "T" + clock + "Z";
            default -> date + "T" + clock + fraction.substring(0, 2 + random.nextInt(9)) + offset;
        };
    }

    /** Every third stamp has one character replaced, so that near misses are tried too. */
    private static String mutated(Random random, String stamp) {
        if (random.nextInt(3) > 0) {
            return stamp;
        }
        StringBuilder text = new StringBuilder(stamp);
        text.setCharAt(random.nextInt(text.length()), "0123456789-:".charAt(random.nextInt(12)));
        return text.toString();
    }

    private static Instant javaTime(String text, ZoneId zone) {
        // Java takes 24:00 and years outside 1 to 9999, which no log means.
        if (text.startsWith("0000")
                || !Character.isDigit(text.charAt(0))
                || text.length() > 11 && text.startsWith("24", 11)) {
            return null;
        }
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        iso = iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2").replaceFirst("(T.*[+-][0-9]{2})$", "$1:00");
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            return iso.substring(10).matches(".*[Z+-].*")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "1709251200, 2024-03-01T00:00:00Z",
        "1709251200.5, 2024-03-01T00:00:00.500Z",
        "1709251200.1234567, 2024-03-01T00:00:00.123456Z cut",
        "-0.0000001, 1969-12-31T23:59:59.999999Z cut",
        "-1, 1969-12-31T23:59:59Z",
        "1.7092512E9, 2024-03-01T00:00:00Z",
        "1709251200123456789, none",
        "1e99, none",
        "1e999999999, none",
        "0x10, none",
        "12 000, none",
        "2024-03-01, none",
        "'', none"
    })
    void epochSecondsAreRead(String text, String expected) {
        assertThat(read(TimestampFormat.EPOCH_SECONDS, BERLIN, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1709251200123, 2024-03-01T00:00:00.123Z",
        "1709251200123.4567, 2024-03-01T00:00:00.123456Z cut",
        "1709251200123.4, 2024-03-01T00:00:00.123400Z",
        "-1, 1969-12-31T23:59:59.999Z",
        "999999999999999, +33658-09-27T01:46:39.999Z"
    })
    void epochMillisAreRead(String text, String expected) {
        assertThat(read(TimestampFormat.EPOCH_MILLIS, BERLIN, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy HH:mm, 01/03/2024 10:20, 2024-03-01T09:20:00Z",
        "dd/MM/uuuu, 01/03/2024, 2024-02-29T23:00:00Z",
        "d MMM yyyy, 1 JAN 2024, 2023-12-31T23:00:00Z",
        "MMM d yyyy h:mm a, Jul 4 2024 3:05 PM, 2024-07-04T13:05:00Z",
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2024-03-01T10:20:30-05:00, 2024-03-01T15:20:30Z",
        "yyyy-MM-dd HH:mm:ss VV, 2024-07-01 10:20:30 Asia/Tokyo, 2024-07-01T01:20:30Z",
        "yyyyMMddHHmmssSSSSSSSSS, 20240301102030123456789, 2024-03-01T09:20:30.123456Z cut",
        "dd.MM.yy, 01.03.24, 2024-02-29T23:00:00Z",
        "dd/MM/yyyy, 31/02/2024, none",
        "dd/MM/yyyy, 1/3/2024, none",
        "dd/MM/yyyy, 01/03/2024 x, none"
    })
    void patternsAreReadStrictlyWithEnglishNames(String pattern, String text, String expected) {
        assertThat(read(TimestampFormat.ofPattern(pattern), BERLIN, text)).isEqualTo(expected);
    }
}
