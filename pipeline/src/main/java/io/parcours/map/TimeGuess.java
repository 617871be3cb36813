package io.parcours.map;

import io.parcours.ingest.TimestampFormat;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Guesses how a column writes instants. */
final class TimeGuess {
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?( ?(Z|[+-][0-9]{2}(:?[0-9]{2})?))?)?");
    private static final Pattern SOME_DATE = Pattern.compile("(?=(.*[0-9]){4})[0-9A-Z][0-9A-Za-z ,:./-]{7,33}");
    private static final int TRIED = 100;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,10}([.][0-9]+)?");
    private static final Pattern MILLIS = Pattern.compile("[0-9]{12,13}");
    /** 1990 and 2100, in seconds since the epoch: other numbers of that length are rather ids. */
    private static final double EARLIEST = 631_152_000;

    private static final double LATEST = 4_102_444_800d;

    private static final List<String> DAYS = List.of(
            "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy/M/d", "yyyyMMdd", "d MMM yyyy", "MMM d, yyyy");
    private static final List<String> TIMES = List.of(
            "", " H:mm:ss", " H:mm", "'T'HH:mm:ss", " H:mm:ss.SSS", " h:mm:ss a", " h:mm a", " HHmmss", "HHmmss");

    private TimeGuess() {}

    /** The format that nearly all values of a column are in. */
    static Optional<TimestampFormat> formatOf(LogColumn column) {
        if (column.isMostly(value -> ISO.matcher(value).matches())) {
            return Optional.of(TimestampFormat.ISO);
        }
        if (column.isMostly(value -> SECONDS.matcher(value).matches() && isInRange(Double.parseDouble(value)))) {
            return Optional.of(TimestampFormat.EPOCH_SECONDS);
        }
        if (column.isMostly(value -> MILLIS.matcher(value).matches() && isInRange(Double.parseDouble(value) / 1000))) {
            return Optional.of(TimestampFormat.EPOCH_MILLIS);
        }
        if (!column.isMostly(value -> SOME_DATE.matcher(value).matches())) {
            return Optional.empty();
        }
        LogColumn first = column.first(TRIED);
        return patterns().stream()
                .filter(pattern -> first.isMostly(isIn(pattern)))
                .filter(pattern -> column.isMostly(isIn(pattern)))
                .findFirst()
                .map(TimestampFormat::ofPattern);
    }

    private static boolean isInRange(double seconds) {
        return seconds >= EARLIEST && seconds <= LATEST;
    }

    private static Predicate<String> isIn(String pattern) {
        DateTimeFormatter formatter = TimestampFormats.formatter(pattern);
        return value -> {
            try {
                formatter.parse(value);
                return true;
            } catch (DateTimeException other) {
                return false;
            }
        };
    }

    private static List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        DAYS.forEach(day -> TIMES.forEach(time -> patterns.add(day + time)));
        return patterns;
    }
}
