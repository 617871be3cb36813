package io.parcours.sample.fitted;

import java.math.BigDecimal;

/** Numbers as plain text. */
final class Numbers {
    private Numbers() {}

    /** All digits that are needed, no exponent, no zeros at the end. */
    static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
    }
}
