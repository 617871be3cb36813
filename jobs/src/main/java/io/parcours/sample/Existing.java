package io.parcours.sample;

/** What to do about an output folder that holds foreign files. */
public enum Existing {
    /** Write nothing, and say so. */
    REFUSED,
    /** Write beside them; a former log, map and truth file of these names are replaced. */
    WRITTEN_BESIDE
}
