package io.parcours.sample;

import java.util.Locale;

/** Where touchpoints of the generated log happen. */
enum PlannedChannel {
    WEB,
    APP,
    EMAIL,
    SOCIAL,
    STORE,
    CALL_CENTER;

    private static final PlannedChannel[] ALL = values();

    static PlannedChannel of(int number) {
        return ALL[number];
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tills and call centres write their local time, and call centres give their records no id. */
    boolean writesLocalTime() {
        return this == STORE || this == CALL_CENTER;
    }

    boolean hasEventIds() {
        return this != CALL_CENTER;
    }
}
