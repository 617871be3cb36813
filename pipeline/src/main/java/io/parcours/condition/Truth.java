package io.parcours.condition;

/**
 * What a flag is for one row: the three values of SQL's logic, and FAILED where a value it needs could not be worked
 * out. Neither {@link #and} nor {@link #or} depends on the order of its operands.
 */
enum Truth {
    TRUE,
    FALSE,
    UNKNOWN,
    FAILED;

    static Truth of(boolean isTrue) {
        return isTrue ? TRUE : FALSE;
    }

    /** FALSE wins, then FAILED, then UNKNOWN. */
    Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        if (this == FAILED || other == FAILED) {
            return FAILED;
        }
        return this == UNKNOWN ? UNKNOWN : other;
    }

    /** TRUE wins, then FAILED, then UNKNOWN. */
    Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        if (this == FAILED || other == FAILED) {
            return FAILED;
        }
        return this == UNKNOWN ? UNKNOWN : other;
    }

    Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN, FAILED -> this;
        };
    }

    Verdict verdict() {
        return switch (this) {
            case TRUE -> Verdict.HOLDS;
            case FALSE, UNKNOWN -> Verdict.DOES_NOT_HOLD;
            case FAILED -> Verdict.FAILED;
        };
    }
}
