package io.parcours.ingest;

import java.util.function.Supplier;

/**
 * A record as it stands in the log, before it is judged: the values of a {@link FieldLayout}, or why there are none.
 *
 * <p>A value is a String, Boolean, Number (Integer, Long, Float, Double, BigDecimal), {@link java.time.LocalDate},
 * {@link TypedInstant}, or null where the record has none. Text formats give Strings only.
 */
public final class SourceRecord {
    /** How much of a record the quarantine keeps, in characters. */
    static final int LONGEST_RAW = 10_000;

    private final String sourceFile;
    private final Object[] values;
    private final String problem;
    private final Supplier<String> raw;

    private SourceRecord(String sourceFile, Object[] values, String problem, Supplier<String> raw) {
        this.sourceFile = sourceFile;
        this.values = values;
        this.problem = problem;
        this.raw = raw;
    }

    /** A record that could be read; the raw text is asked for only if the record is rejected. */
    static SourceRecord of(String sourceFile, Object[] values, Supplier<String> raw) {
        return new SourceRecord(sourceFile, values, null, raw);
    }

    static SourceRecord malformed(String sourceFile, String problem, Supplier<String> raw) {
        return new SourceRecord(sourceFile, null, problem, raw);
    }

    /** The file it came from, named as in the reports. */
    public String sourceFile() {
        return sourceFile;
    }

    public boolean isMalformed() {
        return problem != null;
    }

    /** What is wrong with a malformed record; null otherwise. */
    public String problem() {
        return problem;
    }

    /** The value of a field by its position in the layout, or null. Malformed records have none. */
    public Object value(int field) {
        return values == null ? null : values[field];
    }

    /** The record as it stood, or for formats without text a JSON rendering of what was read; cut where very long. */
    public String rawRecord() {
        return OneLine.cut(raw.get(), LONGEST_RAW);
    }
}
