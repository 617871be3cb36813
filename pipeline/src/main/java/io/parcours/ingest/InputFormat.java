package io.parcours.ingest;

/** What a log file is. */
public enum InputFormat {
    /** Told by the file's extension, and where that says nothing by its first bytes. */
    AUTO,
    /** Delimited text, one record a row. */
    CSV,
    /** One JSON object a line. */
    JSON,
    /** Apache Parquet. */
    PARQUET,
    /** Apache Avro object container files. */
    AVRO
}
