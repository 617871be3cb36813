package io.parcours.condition;

/** What a condition says of one row. */
public enum Verdict {
    /** It is true. */
    HOLDS,
    /** It is false, or unknown because a value is missing. */
    DOES_NOT_HOLD,
    /** It could not be worked out on this value (text that is no number, division by zero); it counts as false. */
    FAILED
}
