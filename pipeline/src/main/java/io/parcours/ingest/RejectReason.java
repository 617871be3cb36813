package io.parcours.ingest;

/** Why a record is rejected. A record with several faults has the first of them in this order. */
public enum RejectReason {
    /** It cannot be read as a record: wrong column count, an open quote, no JSON object, bytes outside the charset. */
    MALFORMED,
    /** It has no customer_id, or a blank one. */
    MISSING_CUSTOMER,
    /** It has no event, or a blank one. */
    MISSING_EVENT,
    /** Its occurred_at is missing, not in the map's format, outside the map's {@code between}, or outside years 1 to 9999. */
    BAD_TIMESTAMP,
    /** Its value is no finite number. */
    BAD_VALUE,
    /** It answers a survey of the map with a score that is no number, or none of the survey's scale. */
    BAD_SCORE
}
