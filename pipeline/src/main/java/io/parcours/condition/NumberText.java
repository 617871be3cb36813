package io.parcours.condition;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as texts and back. */
final class NumberText {

    private static final double EXACT_INTEGERS = 1L << 53;

    /** A decimal of up to this many digits is given back by its nearest double. */
    private static final int SAFE_DIGITS = 15;

    private NumberText() {}

    /** The number a text spells as in the grammar, with blanks around it and a sign allowed; else FAILED. */
    static double parse(String text) {
        String plain = text.strip();
        return isDecimal(plain) ? NumberNode.finite(Double.parseDouble(plain)) : NumberNode.FAILED;
    }

    /** The shortest plain decimal, never with an exponent; whole numbers without a point. */
    static String write(double number) {
        if (number == Math.rint(number) && Math.abs(number) <= EXACT_INTEGERS) {
            return Long.toString((long) number);
        }
        // Not Double.toString, which before Java 19 gives some numbers a digit too many.
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact.round(new MathContext(SAFE_DIGITS));
        for (int digits = SAFE_DIGITS + 1; shortest.doubleValue() != number; digits++) {
            shortest = exact.round(new MathContext(digits));
        }
        return shortest.stripTrailingZeros().toPlainString();
    }

    /** Java alone would also read hexadecimal numbers, type letters, NaN and Infinity. */
    private static boolean isDecimal(String text) {
        int sign = afterSign(text, 0);
        int whole = afterDigits(text, sign);
        boolean hasPoint = whole < text.length() && text.charAt(whole) == '.';
        int fraction = hasPoint ? afterDigits(text, whole + 1) : whole;
        int digits = fraction - sign - (hasPoint ? 1 : 0);
        return digits > 0 && (fraction == text.length() || isExponent(text, fraction));
    }

    private static boolean isExponent(String text, int at) {
        int digits = afterSign(text, at + 1);
        return (text.charAt(at) == 'e' || text.charAt(at) == 'E')
                && digits < text.length()
                && afterDigits(text, digits) == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
