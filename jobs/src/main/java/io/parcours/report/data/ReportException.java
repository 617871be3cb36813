package io.parcours.report.data;

/** Why a report cannot be made, in one line for the user. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A line without a line break, as the user reads it. */
    public ReportException(String message) {
        super(message);
    }
}
