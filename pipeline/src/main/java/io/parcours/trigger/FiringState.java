package io.parcours.trigger;

import java.util.Locale;

/** What a firing has come to. */
enum FiringState {
    /** The {@code unless} happened in time. */
    CANCELLED,
    /** It did not, and the time for it is over. */
    DUE,
    /** It did not yet, and there is time left. */
    PENDING;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The word in reports. */
    String label() {
        return label;
    }
}
