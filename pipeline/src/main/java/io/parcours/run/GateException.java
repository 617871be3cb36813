package io.parcours.run;

/** The log is worse than the map's quality gate allows: nothing was published. */
public final class GateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GateException(String message) {
        super(message);
    }
}
