package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.function.ToIntFunction;

/** What stands right of a comparison in {@code --where}, understood by the type of the column left of it. */
final class Literal {

    private Literal() {}

    /**
     * How a value that is not null compares with the literal: negative, zero or positive.
     *
     * @throws CommandException when the literal cannot be a value of the column
     */
    static ToIntFunction<Object> comparison(TableColumn column, String literal) {
        try {
            return ordered(column, literal);
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--where: column " + column.name() + " is " + meaning(column.type()) + ", which "
                            + SafeText.of(literal) + " is not",
                    unreadable);
        }
    }

    private static ToIntFunction<Object> ordered(TableColumn column, String literal) {
        ColumnType type = column.type();
        if (type == ColumnType.WHOLE) {
            // A whole number may be compared with a fraction.
            BigDecimal number = new BigDecimal(literal);
            return value -> BigDecimal.valueOf((Long) value).compareTo(number);
        }
        Object wanted = value(type, literal);
        return value -> type.isList()
                ? ValueOrder.texts().compare(PlainValue.of(column, value), wanted)
                : ValueOrder.of(column).compare(value, wanted);
    }

    private static Object value(ColumnType type, String literal) {
        return switch (type) {
            case TEXT, TEXTS, INSTANTS -> literal;
            case WHOLE, REAL -> new BigDecimal(literal).doubleValue();
            case FLAG -> flag(literal);
            case INSTANT -> ChronoUnit.MICROS.between(Instant.EPOCH, instant(literal));
            case DATE -> LocalDate.parse(literal);
        };
    }

    private static Boolean flag(String literal) {
        if (!literal.equalsIgnoreCase("true") && !literal.equalsIgnoreCase("false")) {
            throw new DateTimeException("neither true nor false");
        }
        return literal.equalsIgnoreCase("true");
    }

    private static Instant instant(String literal) {
        if (!literal.contains(":")) {
            return LocalDate.parse(literal).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                literal.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime stamp
                ? stamp.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }

    private static String meaning(ColumnType type) {
        return switch (type) {
            case TEXT, TEXTS -> "a text";
            case INSTANTS -> "a list of instants";
            case WHOLE, REAL -> "a number";
            case FLAG -> "true or false";
            case INSTANT -> "an instant (2024-01-31, 2024-01-31T10:00:00Z)";
            case DATE -> "a day (2024-01-31)";
        };
    }
}
