package io.parcours.table;

/** The types a written column may have. Every one of them may be null. */
public enum ColumnType {
    /** UTF-8 text. */
    TEXT("text"),
    /** A 64-bit whole number. */
    WHOLE("whole number"),
    /** A double; never NaN or infinite. */
    REAL("real number"),
    /** True or false. */
    FLAG("true or false"),
    /** Microseconds since 1970-01-01T00:00:00Z; an instant, adjusted to UTC. */
    INSTANT("instant"),
    /** Days since 1970-01-01; a calendar day without a zone. */
    DATE("day"),
    /** A list of texts. */
    TEXTS("list of texts"),
    /** A list of instants, each as INSTANT. */
    INSTANTS("list of instants");

    private final String label;

    ColumnType(String label) {
        this.label = label;
    }

    /** What readers are told that a column holds. */
    public String label() {
        return label;
    }

    /** Whether a value is a list, whose elements may be null too. */
    public boolean isList() {
        return this == TEXTS || this == INSTANTS;
    }
}
