package io.parcours.map;

import io.parcours.condition.NearestName;
import io.parcours.ingest.TimestampFormat;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads how the log writes its instants; a pattern must be able to give back a day, and its time if it writes one. */
final class TimestampFormats {
    private static final Map<String, TimestampFormat> NAMED = Map.of(
            "iso", TimestampFormat.ISO,
            "epoch_seconds", TimestampFormat.EPOCH_SECONDS,
            "epoch_millis", TimestampFormat.EPOCH_MILLIS);
    private static final List<String> NAMES = List.of("iso", "epoch_seconds", "epoch_millis");
    private static final LocalDateTime MORNING = LocalDateTime.of(2001, 2, 3, 4, 5, 6);

    private TimestampFormats() {}

    static Optional<TimestampFormat> read(MapValue value) {
        return value.text().flatMap(text -> {
            if (NAMED.containsKey(text)) {
                return Optional.of(NAMED.get(text));
            }
            Optional<String> wrong = patternProblem(text);
            wrong.ifPresent(what -> value.refuse(Shown.quoted(text) + " " + what + hint(text)
                    + " (legal: iso, epoch_seconds, epoch_millis, or a pattern such as dd/MM/yyyy HH:mm:ss)"));
            return wrong.isPresent() ? Optional.empty() : Optional.of(TimestampFormat.ofPattern(text));
        });
    }

    /** How the map writes a format. */
    static String written(TimestampFormat format) {
        return format.kind() == TimestampFormat.Kind.PATTERN ? format.pattern() : MapWord.written(format.kind());
    }

    private static String hint(String text) {
        return NearestName.nearest(text, NAMES)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static Optional<String> patternProblem(String pattern) {
        try {
            DateTimeFormatter formatter = formatter(pattern);
            String morning = formatter.format(MORNING.atOffset(ZoneOffset.UTC));
            String later = formatter.format(MORNING.plusSeconds(3_661).atOffset(ZoneOffset.UTC));
            TemporalAccessor parsed = formatter.parse(morning);
            if (parsed.query(TemporalQueries.localDate()) == null) {
                return Optional.of("is a pattern without a whole date");
            }
            return parsed.query(TemporalQueries.localTime()) == null && !morning.equals(later)
                    ? Optional.of("is a pattern whose time of day is not whole")
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException unusable) {
            return Optional.of("is no timestamp format");
        }
    }

    /** As ingest reads it: strictly, names in English, years without an era. */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
