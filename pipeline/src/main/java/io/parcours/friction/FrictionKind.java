package io.parcours.friction;

import java.util.Locale;

/** The kinds of friction, in the order of the report. */
enum FrictionKind {
    /** The same event again as the next touchpoint. */
    IMMEDIATE_REPEAT,
    /** Back at an event after one touchpoint of another. */
    LOOP,
    /** Many touchpoints of one event in a short time. */
    BURST,
    /** Another contact for the same thing, in the channel of the one before. */
    CONTACT_AGAIN_SAME_CHANNEL,
    /** Another contact for the same thing, in another channel than the one before. */
    CONTACT_AGAIN_OTHER_CHANNEL,
    /** Back in an earlier stage. */
    MOVE_BACK,
    /** A long wait between two neighbouring touchpoints. */
    STALL;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
