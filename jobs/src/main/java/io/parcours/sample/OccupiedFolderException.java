package io.parcours.sample;

/** The output folder holds something that the generator did not write and was not told to write beside. */
public final class OccupiedFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OccupiedFolderException(String message) {
        super(message);
    }
}
