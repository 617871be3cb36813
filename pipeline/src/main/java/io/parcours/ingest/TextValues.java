package io.parcours.ingest;

import io.parcours.stats.ShortestDecimal;
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
        if (value instanceof Double number) {
            return Double.isFinite(number) ? ShortestDecimal.of(number).toPlainString() : number.toString();
        }
        if (value instanceof Float number) {
            return Float.isFinite(number) ? ShortestDecimal.of(number).toPlainString() : number.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof TypedInstant instant) {
            return TimeValues.text(instant.micros());
        }
        return value.toString();
    }
}
