package io.parcours.jobs;

import io.parcours.stats.ShortestDecimal;
import io.parcours.table.ColumnType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A table's value as text: exact, without scientific notation, the same on every machine. */
final class PlainValue {
    private static final String LIST_SEPARATOR = " > ";

    private PlainValue() {}

    /**
     * A value that is not null as text: instants as ISO-8601 with Z and no more digits than they have, a list as
     * {@code a > b > c}.
     */
    static String of(ColumnType type, Object value) {
        return switch (type) {
            case TEXT, WHOLE, FLAG, DATE -> value.toString();
            case REAL -> number((Double) value);
            case INSTANT -> instant((Long) value).toString();
            case TEXTS -> joined(ColumnType.TEXT, (List<?>) value);
            case INSTANTS -> joined(ColumnType.INSTANT, (List<?>) value);
        };
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The shortest number that is read back as this one; always with a decimal point, as its column holds reals. */
    private static String number(double value) {
        String plain = ShortestDecimal.of(value).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String joined(ColumnType elementType, List<?> elements) {
        return elements.stream()
                .map(element -> element == null ? "" : of(elementType, element))
                .collect(Collectors.joining(LIST_SEPARATOR));
    }
}
