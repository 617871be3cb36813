package io.parcours.condition;

import java.util.Optional;

/** The six comparisons, each by the signs of (left - right) it accepts. */
enum Comparison {
    EQUAL(false, true, false),
    NOT_EQUAL(true, false, true),
    LESS(true, false, false),
    LESS_OR_EQUAL(true, true, false),
    GREATER(false, false, true),
    GREATER_OR_EQUAL(false, true, true);

    private final boolean whenLess;
    private final boolean whenEqual;
    private final boolean whenGreater;

    Comparison(boolean whenLess, boolean whenEqual, boolean whenGreater) {
        this.whenLess = whenLess;
        this.whenEqual = whenEqual;
        this.whenGreater = whenGreater;
    }

    static Optional<Comparison> ofSign(String sign) {
        return Optional.ofNullable(
                switch (sign) {
                    case "=", "==" -> EQUAL;
                    case "!=", "<>" -> NOT_EQUAL;
                    case "<" -> LESS;
                    case "<=" -> LESS_OR_EQUAL;
                    case ">" -> GREATER;
                    case ">=" -> GREATER_OR_EQUAL;
                    default -> null;
                });
    }

    /** Whether it asks for equality only, so that values without an order can be compared too. */
    boolean isOfEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    boolean accepts(int sign) {
        if (sign == 0) {
            return whenEqual;
        }
        return sign < 0 ? whenLess : whenGreater;
    }
}
