package io.parcours.condition;

/** A condition that is no condition of the grammar: the message says what is wrong, where, and what would be right. */
public final class ConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConditionException(String message) {
        super(message);
    }
}
