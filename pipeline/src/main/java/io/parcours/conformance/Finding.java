package io.parcours.conformance;

/**
 * What a journey can be found to be, and where: a row of {@code conformance}.
 *
 * @param label what reports call it
 * @param stage the stage at which a deviation happened; null: at any stage, or no deviation
 */
record Finding(String label, String stage) {
    static final String ANY = "(any)";
    static final String NONE = "(none)";
    static final String NOT_ENTERED = "(not entered)";
}
