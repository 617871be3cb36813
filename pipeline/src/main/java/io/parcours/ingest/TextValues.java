package io.parcours.ingest;

import java.math.BigDecimal;

/** Values as text: without surrounding blanks, numbers in plain digits; blank is missing. */
final class TextValues {
    private TextValues() {}

    static String of(Object value) {
        if (value == null) {
            return null;
        }
        String text = value instanceof String written ? written.strip() : plain(value);
        return text.isEmpty() ? null : text;
    }

    private static String plain(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return plain(value.toString(), ((Number) value).doubleValue());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof TypedInstant instant) {
            return TimeValues.text(instant.micros());
        }
        return value.toString();
    }

    /** Whole numbers lose the point that their type gave them, others keep their shortest digits. */
    private static String plain(String shortest, double number) {
        if (!Double.isFinite(number)) {
            return shortest;
        }
        BigDecimal decimal = new BigDecimal(shortest);
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
