package io.parcours.report;

/** Why a report cannot be made, in one line for the user. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReportException(String message) {
        super(message);
    }
}
