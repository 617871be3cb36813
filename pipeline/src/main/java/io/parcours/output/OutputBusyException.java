package io.parcours.output;

/** Another run holds the output folder: the message names the folder, the owner and what to do. */
public final class OutputBusyException extends OutputException {
    private static final long serialVersionUID = 1L;

    public OutputBusyException(String message) {
        super(message);
    }
}
