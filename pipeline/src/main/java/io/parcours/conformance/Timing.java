package io.parcours.conformance;

/** Whether a journey went on from a stage within the time allowed. */
enum Timing {
    /** Nothing is allowed or forbidden, or the journey was never there. */
    UNLIMITED,
    /** It came to a later expected stage in time. */
    WITHIN,
    /** It did not, and the time is over. */
    LATE,
    /** It did not yet, and there is time left. */
    UNDECIDED
}
