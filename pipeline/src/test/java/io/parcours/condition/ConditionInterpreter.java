package io.parcours.condition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of the grammar, read off the page with no eye on speed: values are boxed, null is missing, and a value that
 * cannot be worked out is an exception. It shares no code with the evaluation it is compared with.
 */
final class ConditionInterpreter {

    private ConditionInterpreter() {}

    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A part of a condition: how it is written, and what it comes to on a row. */
    interface Part {
        String text();

        /** A Boolean, Double, String or Long, or null. */
        Object value(SampleRow row);
    }

    record Simple(String text, java.util.function.Function<SampleRow, Object> reading) implements Part {
        @Override
        public Object value(SampleRow row) {
            return reading.apply(row);
        }
    }

    /** An operation that needs all of its operands: failed if one fails, else missing if one is missing. */
    record Strict(String text, List<Part> operands, java.util.function.Function<List<Object>, Object> reading)
            implements Part {
        @Override
        public Object value(SampleRow row) {
            List<Object> values = values(operands, row);
            if (values.stream().anyMatch(Objects::isNull)) {
                return null;
            }
            Object result = reading.apply(values);
            if (result instanceof Double number && !Double.isFinite(number)) {
                throw new Failure();
            }
            return result;
        }
    }

    /** All values, failing if any does. */
    static List<Object> values(List<Part> parts, SampleRow row) {
        return Arrays.asList(parts.stream().map(part -> part.value(row)).toArray());
    }

    /** The outcome of a flag: present Optional of true, false or null, or empty if it fails. */
    static Optional<Optional<Boolean>> outcome(Part part, SampleRow row) {
        try {
            return Optional.of(Optional.ofNullable((Boolean) part.value(row)));
        } catch (Failure failure) {
            return Optional.empty();
        }
    }

    /** The deciding value if any part has it, else a failure, else missing, else the other value. */
    static Boolean joined(List<Part> parts, boolean deciding, SampleRow row) {
        List<Optional<Optional<Boolean>>> outcomes =
                parts.stream().map(part -> outcome(part, row)).toList();
        if (outcomes.contains(Optional.of(Optional.of(deciding)))) {
            return deciding;
        }
        if (outcomes.contains(Optional.<Optional<Boolean>>empty())) {
            throw new Failure();
        }
        return outcomes.contains(Optional.of(Optional.<Boolean>empty())) ? null : !deciding;
    }

    static boolean compared(Object left, String sign, Object right) {
        int order = left instanceof String text
                ? Arrays.compareUnsigned(utf8(text), utf8((String) right))
                : left instanceof Double number
                        ? new BigDecimal(number).compareTo(new BigDecimal((Double) right))
                        : Long.compare((Long) left, (Long) right);
        return switch (sign) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static boolean isLike(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    static double calculated(double left, String sign, double right) {
        return switch (sign) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    static Double castToNumber(String text) {
        if (!text.strip().matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?")) {
            throw new Failure();
        }
        return Double.valueOf(text.strip());
    }

    static String castToText(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    static String substring(String text, double start, double length) {
        if (start % 1 != 0 || length % 1 != 0 || length < 0) {
            throw new Failure();
        }
        StringBuilder kept = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int position = 1; position <= characters.length; position++) {
            if (position >= start && position < start + length) {
                kept.appendCodePoint(characters[position - 1]);
            }
        }
        return kept.toString();
    }
}
