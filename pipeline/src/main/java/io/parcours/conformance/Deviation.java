package io.parcours.conformance;

import java.util.Locale;

/** How a journey can differ from the expected one at a stage. */
enum Deviation {
    /** It came to a later expected stage, and never to this one. */
    SKIPPED,
    /** It came back to the stage, having been in another one, but not yet in a later expected one. */
    REPEATED,
    /** It came to the stage when it had already been in a later expected one. */
    MOVED_BACK,
    /** It took longer than allowed to come from the stage to a later expected one. */
    TOO_SLOW,
    /** It came to a stage of the lifecycle that is not expected. */
    NOT_EXPECTED;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in reports. */
    String label() {
        return label;
    }
}
