package io.parcours.touchpoint;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * An accepted record of the log: who, when, what, where, worth how much.
 *
 * @param customerId who; never blank
 * @param occurredAt when, in microseconds since 1970-01-01T00:00:00Z; finer digits of the source are cut
 * @param eventId the log's own id of the record, or the one ingest derives from the content where it has none
 * @param event what happened; never blank
 * @param channel where it happened, or null
 * @param value what it was worth, or NaN
 * @param dimensions the map's further columns as text, in the map's order, null where missing
 * @param sourceFile the file it came from, named as in the reports
 */
public record Touchpoint(
        String customerId,
        long occurredAt,
        String eventId,
        String event,
        String channel,
        double value,
        List<String> dimensions,
        String sourceFile)
        implements Serializable {

    public Touchpoint {
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(dimensions, "dimensions");
    }

    /** Whether the event id is no id of the log but the hash of the touchpoint's content. */
    public boolean isEventIdDerived() {
        return eventId != null && ContentHash.isDerived(eventId);
    }
}
