package io.parcours.jobs;

import io.parcours.table.ColumnType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A table's value as text: exact, without scientific notation, the same on every machine. */
final class PlainValue {
    private static final String LIST_SEPARATOR = " > ";

    /** So many digits survive the way into a double and back, and so many tell any two doubles apart. */
    private static final int ALWAYS_EXACT = 15;

    private static final int ENOUGH = 17;

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
            case TEXTS -> joined((List<?>) value);
        };
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The shortest number that is read back as this one; always with a decimal point, as its column holds reals. */
    private static String number(double value) {
        String plain = decimal(value).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    /** The shortest decimal that is read back as this number. */
    static BigDecimal decimal(double value) {
        // Double.toString gives a digit too many for some numbers before Java 19: 2.5e22 is 2.4999999999999998E22.
        for (int digits = ALWAYS_EXACT; digits < ENOUGH; digits++) {
            BigDecimal rounded = new BigDecimal(value, new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return shortened(rounded);
            }
        }
        return shortened(new BigDecimal(value, new MathContext(ENOUGH)));
    }

    private static BigDecimal shortened(BigDecimal decimal) {
        return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    }

    private static String joined(List<?> texts) {
        return texts.stream()
                .map(text -> text == null ? "" : text.toString())
                .collect(Collectors.joining(LIST_SEPARATOR));
    }
}
