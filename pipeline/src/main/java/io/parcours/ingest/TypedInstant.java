package io.parcours.ingest;

/**
 * An instant from a typed source (Parquet, Avro).
 *
 * @param micros microseconds since the epoch; of a stamp without a zone, those of its local time in the map's zone
 * @param isCut whether the source had finer digits
 */
record TypedInstant(long micros, boolean isCut) {}
