package io.parcours.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Functions of numbers that need more than a line. Halves are rounded away from zero, as in SQL. */
final class NumberFunctions {

    private static final int MOST_DIGITS = 15;

    private NumberFunctions() {}

    static double round(double number) {
        double size = Math.abs(number);
        double whole = Math.floor(size);
        return Math.copySign(size - whole >= 0.5 ? whole + 1 : whole, number);
    }

    /** Fails where the digits are no whole number from -15 to 15. */
    static NumberNode round(NumberNode operand, NumberNode digits) {
        return row -> {
            double number = operand.value(row);
            double places = digits.value(row);
            if (number == NumberNode.FAILED || places == NumberNode.FAILED) {
                return NumberNode.FAILED;
            }
            if (Double.isNaN(number) || Double.isNaN(places)) {
                return NumberNode.MISSING;
            }
            boolean isLegal = places == Math.rint(places) && Math.abs(places) <= MOST_DIGITS;
            return isLegal ? round(number, (int) places) : NumberNode.FAILED;
        };
    }

    /** Rounds the decimal the number is written as: 1.005 to two digits is 1.01, though its binary form lies below. */
    private static double round(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
