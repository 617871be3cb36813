package io.parcours.quality;

import java.util.Locale;

/** What became of a record that was read; every record has exactly one outcome. */
public enum RecordOutcome {
    /** It is a touchpoint of the reports, or the attributes of one of their customers. */
    ACCEPTED,
    /** It repeats a touchpoint that was accepted, or tells a customer's attributes once more. */
    DUPLICATE,
    /** It is no touchpoint; it stands in the quarantine with its reason. */
    REJECTED,
    /** It was left out on purpose, by the map's condition or its limit, or as attributes of nobody. */
    FILTERED,
    /** It lies after the instant of the report. */
    AFTER_AS_OF;

    /** The outcome as reports write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
