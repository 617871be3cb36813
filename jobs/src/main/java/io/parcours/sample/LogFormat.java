package io.parcours.sample;

import java.util.Locale;

/** How the generated log is written. */
public enum LogFormat {
    /** Text with a header line, quotes only where needed. */
    CSV,
    /** One JSON object a line. */
    JSON,
    /** Typed columns, zstd. */
    PARQUET,
    /** Typed fields, zstandard. */
    AVRO;

    /** The ending of its files' names, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the columns have types of their own, so that only some faults can be written at all. */
    boolean isTyped() {
        return this == PARQUET || this == AVRO;
    }
}
