package io.parcours.ingest;

import java.math.BigDecimal;

/** Reads values: decimal digits with an optional sign, decimal mark and exponent; nothing else is a number. */
final class NumberValues {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final char mark;
    private double number;
    private Object unreadable;

    NumberValues(char mark) {
        this.mark = mark;
    }

    /** Reads a value; a missing one is NaN. False where it is no finite number. */
    boolean read(Object value) {
        if (value == null) {
            number = Double.NaN;
            return true;
        }
        if (value instanceof String text) {
            number = number(text.strip());
        } else if (value instanceof BigDecimal decimal) {
            number = decimal.doubleValue();
        } else {
            number = value instanceof Number typed ? typed.doubleValue() : Double.POSITIVE_INFINITY;
        }
        // NaN marks a blank text; a NaN that a typed source wrote is its way to say there is no value.
        boolean isReadable = !Double.isInfinite(number);
        unreadable = isReadable ? null : value;
        number += 0.0;
        return isReadable;
    }

    double number() {
        return number;
    }

    String problem() {
        return "is " + Shown.of(unreadable) + ", not a finite number";
    }

    /** The number, NaN where the text is blank, infinite where it is no number. */
    private double number(String text) {
        if (text.isEmpty()) {
            return Double.NaN;
        }
        int at = isSign(text.charAt(0)) ? 1 : 0;
        long digits = 0;
        int digitCount = 0;
        int fractionCount = 0;
        boolean isFraction = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = digitCount < EXACT_DIGITS ? digits * 10 + (c - '0') : digits;
                digitCount++;
                fractionCount += isFraction ? 1 : 0;
            } else if (c == mark && !isFraction) {
                isFraction = true;
            } else {
                break;
            }
        }
        boolean isWhole = at == text.length();
        if (digitCount == 0 || !isWhole && !isExponent(text, at)) {
            return Double.POSITIVE_INFINITY;
        }
        if (isWhole && digitCount <= EXACT_DIGITS) {
            // Both are exact as doubles, so the one division rounds as correctly as parsing would (Clinger 1990).
            double magnitude = digits / POWERS[fractionCount];
            return text.charAt(0) == '-' ? -magnitude : magnitude;
        }
        return Double.parseDouble(mark == '.' ? text : text.replace(mark, '.'));
    }

    private static boolean isExponent(String text, int at) {
        char first = text.charAt(at);
        int from = at + 1 < text.length() && isSign(text.charAt(at + 1)) ? at + 2 : at + 1;
        if (first != 'e' && first != 'E' || from >= text.length()) {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }
}
