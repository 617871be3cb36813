package io.parcours.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A floating-point number as the decimal that people wrote: the closest one of 15 digits (a float's: 6), or of as many
 * more as are needed to be read back as the number. Not {@link Double#toString}, which before Java 19 gives some numbers
 * a digit too many (2.5e22 is 2.4999999999999998E22): what a run writes is the same on every Java.
 */
public final class ShortestDecimal {
    /** A decimal of up to this many digits is given back by its nearest double. */
    private static final int DOUBLE_DIGITS = 15;

    private static final int FLOAT_DIGITS = 6;

    private ShortestDecimal() {}

    /**
     * The decimal of a double, without trailing zeros.
     *
     * @throws NumberFormatException when it is not finite
     */
    public static BigDecimal of(double number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact.round(new MathContext(DOUBLE_DIGITS));
        for (int digits = DOUBLE_DIGITS + 1; shortest.doubleValue() != number; digits++) {
            shortest = exact.round(new MathContext(digits));
        }
        return stripped(shortest);
    }

    /**
     * The decimal of a float, without trailing zeros.
     *
     * @throws NumberFormatException when it is not finite
     */
    public static BigDecimal of(float number) {
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact.round(new MathContext(FLOAT_DIGITS));
        for (int digits = FLOAT_DIGITS + 1; shortest.floatValue() != number; digits++) {
            shortest = exact.round(new MathContext(digits));
        }
        return stripped(shortest);
    }

    private static BigDecimal stripped(BigDecimal decimal) {
        return decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
    }
}
