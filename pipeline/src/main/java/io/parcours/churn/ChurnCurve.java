package io.parcours.churn;

import java.util.Locale;

/** What customers of a curve have before them. Definitions: docs/churn.md. */
enum ChurnCurve {
    /** The next day with a conversion after the first one. */
    SECOND_CONVERSION,
    /** The first silence longer than inactive_after. */
    INACTIVITY,
    /** What ends a subscription. */
    END;

    /** The curve as the tables name it. */
    String label() {
        return "churn:" + name().toLowerCase(Locale.ROOT);
    }
}
