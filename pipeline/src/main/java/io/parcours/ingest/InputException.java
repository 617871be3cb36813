package io.parcours.ingest;

/**
 * The input breaks its contract as a whole: nothing to read, a column missing, a damaged file. The message is one line:
 * what is wrong, where, what to do. Thrown inside a Spark task it arrives as a cause of Spark's own exception.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
