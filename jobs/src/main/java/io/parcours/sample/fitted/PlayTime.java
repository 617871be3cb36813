package io.parcours.sample.fitted;

import io.parcours.ingest.InputRules;
import io.parcours.ingest.TimestampFormat;
import io.parcours.map.JourneyMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** When the log plays, in seconds since the epoch, and how it writes its instants. */
final class PlayTime {
    static final long HOUR = 3600;
    static final long DAY = 24 * HOUR;

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 180;
    private static final long MOST_DAYS_OF_MAP = 3660;

    private final ZoneId zone;
    private final TimestampFormat format;
    private final DateTimeFormatter pattern;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final long start;
    private final long end;

    PlayTime(JourneyMap map, FittedRules rules) {
        InputRules input = map.input();
        zone = input.zone();
        format = input.timestampFormat();
        pattern = format.kind() == TimestampFormat.Kind.PATTERN ? formatter(format.pattern()) : null;
        LocalDate given = input.firstDay();
        firstDay = given == null ? FIRST_DAY : given;
        long days = given == null
                ? rules.days().orElse(DAYS)
                : Math.min(
                        ChronoUnit.DAYS.between(given, input.lastDay()) + 1,
                        rules.days().orElse((int) MOST_DAYS_OF_MAP));
        lastDay = firstDay.plusDays(days - 1);
        start = settled(firstDay.atStartOfDay(zone).toEpochSecond());
        end = settled(lastDay.plusDays(1).atStartOfDay(zone).toEpochSecond() - 1);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The first midnight. */
    long start() {
        return start;
    }

    /** The last touchpoint of all: what a run takes as as_of. */
    long end() {
        return end;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    ZoneId zone() {
        return zone;
    }

    /** The same local day at this second of it; about the same where clocks change. */
    long atDaytime(long second, int secondOfDay) {
        LocalDate day = Instant.ofEpochSecond(second).atZone(zone).toLocalDate();
        return day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(zone).toEpochSecond();
    }

    /** The instant as the log's stamp tells it: a pattern may leave out the time of day, or the offset. */
    long settled(long second) {
        if (pattern == null) {
            return second;
        }
        TemporalAccessor parsed = pattern.parse(text(second));
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return parsed.getLong(ChronoField.INSTANT_SECONDS);
        }
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId stated = parsed.query(TemporalQueries.zone());
        return LocalDateTime.of(LocalDate.from(parsed), time == null ? LocalTime.MIDNIGHT : time)
                .atZone(stated == null ? zone : stated)
                .toEpochSecond();
    }

    String text(long second) {
        return switch (format.kind()) {
            case ISO -> Instant.ofEpochSecond(second).toString();
            case EPOCH_SECONDS -> Long.toString(second);
            case EPOCH_MILLIS -> Long.toString(second * 1000);
            case PATTERN -> pattern.format(Instant.ofEpochSecond(second).atZone(zone));
        };
    }

    /** Whether stamps are words, so that a word may stand in their place. */
    boolean isIso() {
        return format.kind() == TimestampFormat.Kind.ISO;
    }

    /** Whether stamps are whole numbers. */
    boolean isEpoch() {
        return format.kind() == TimestampFormat.Kind.EPOCH_SECONDS
                || format.kind() == TimestampFormat.Kind.EPOCH_MILLIS;
    }
}
