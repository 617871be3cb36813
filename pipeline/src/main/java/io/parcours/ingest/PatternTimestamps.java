package io.parcours.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/**
 * Stamps in a pattern of {@link DateTimeFormatter}, names in English, letters in any case. Strict, so that the 31st of
 * February is no date; years of the era need no era.
 */
final class PatternTimestamps extends TimestampReader {
    private final String pattern;
    private final DateTimeFormatter formatter;
    private final ZoneId zone;

    PatternTimestamps(String pattern, ZoneId zone) {
        this.pattern = pattern;
        this.zone = zone;
        this.formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    String expectation() {
        return "in the pattern " + pattern;
    }

    @Override
    boolean read(String text) {
        try {
            Instant instant = instant(formatter.parse(text));
            long micros = Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1000);
            return found(micros, instant.getNano() % 1000 != 0);
        } catch (DateTimeException | ArithmeticException notOfThePattern) {
            return false;
        }
    }

    private Instant instant(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(parsed);
        }
        LocalDate date = LocalDate.from(parsed);
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId stated = parsed.query(TemporalQueries.zone());
        return LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time)
                .atZone(stated == null ? zone : stated)
                .toInstant();
    }
}
