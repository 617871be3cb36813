package io.parcours.sample;

import java.util.Locale;

/** The lifecycle of the generated log's map, in its order. */
enum PlannedStage {
    DISCOVERY,
    CONSIDERATION,
    PURCHASE,
    POST_PURCHASE,
    RETENTION,
    ADVOCACY;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
