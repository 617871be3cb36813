package io.parcours.jobs;

import io.parcours.stats.ShortestDecimal;
import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A table's value as text: exact, without scientific notation, the same on every machine. */
final class PlainValue {
    /** The column whose list is a way, with one thing after the other. */
    private static final String WAY = "path";

    private PlainValue() {}

    /**
     * A value that is not null as text: instants as ISO-8601 with Z and no more digits than they have, a path as
     * {@code a > b > c}, any other list as {@code a, b, c}.
     */
    static String of(TableColumn column, Object value) {
        return column.type().isList()
                ? joined(element(column.type()), (List<?>) value, column.name().equals(WAY) ? " > " : ", ")
                : single(column.type(), value);
    }

    /** A value that is no list and not null as text. */
    static String single(ColumnType type, Object value) {
        return switch (type) {
            case REAL -> number((Number) value);
            case INSTANT -> instant((Long) value).toString();
            default -> value.toString();
        };
    }

    /** What a list of this type holds. */
    static ColumnType element(ColumnType type) {
        return type == ColumnType.INSTANTS ? ColumnType.INSTANT : ColumnType.TEXT;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Whether a value of a real column is a number, as those of written tables are. */
    static boolean isFinite(Number value) {
        return value instanceof BigDecimal || Double.isFinite(value.doubleValue());
    }

    /**
     * The shortest number that is read back as this one; always with a decimal point, as its column holds reals. A
     * decimal has the digits it came with.
     */
    private static String number(Number value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (!isFinite(value)) {
            return value.toString();
        }
        String plain = ShortestDecimal.of(value.doubleValue()).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String joined(ColumnType elementType, List<?> elements, String separator) {
        return elements.stream()
                .map(element -> element == null ? "" : single(elementType, element))
                .collect(Collectors.joining(separator));
    }
}
