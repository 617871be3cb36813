package io.parcours.table;

/** The types a written column may have. Every one of them may be null. */
public enum ColumnType {
    /** UTF-8 text. */
    TEXT,
    /** A 64-bit whole number. */
    WHOLE,
    /** A double; never NaN or infinite. */
    REAL,
    /** True or false. */
    FLAG,
    /** Microseconds since 1970-01-01T00:00:00Z; an instant, adjusted to UTC. */
    INSTANT,
    /** Days since 1970-01-01; a calendar day without a zone. */
    DATE,
    /** A list of texts. */
    TEXTS,
    /** A list of instants, each as INSTANT. */
    INSTANTS;

    /** Whether a value is a list, whose elements may be null too. */
    public boolean isList() {
        return this == TEXTS || this == INSTANTS;
    }
}
