package io.parcours.ingest;

import java.time.ZoneId;

/** Reads instants in one format, without exceptions. Keeps what it last read; not safe to share between threads. */
abstract class TimestampReader {
    static final long MICROS_PER_SECOND = 1_000_000;

    private long micros;
    private boolean isCut;

    static TimestampReader of(TimestampFormat format, ZoneId zone) {
        return switch (format.kind()) {
            case ISO -> new IsoTimestamps(zone);
            case EPOCH_SECONDS -> new EpochTimestamps(6);
            case EPOCH_MILLIS -> new EpochTimestamps(3);
            case PATTERN -> new PatternTimestamps(format.pattern(), zone);
        };
    }

    /** Reads text without surrounding blanks; false where it is not in the format. */
    abstract boolean read(String text);

    /** What the format is, for people: "an ISO date ...". */
    abstract String expectation();

    /** Keeps a result. */
    final boolean found(long newMicros, boolean newIsCut) {
        micros = newMicros;
        isCut = newIsCut;
        return true;
    }

    /** Microseconds since the epoch of what was last read. */
    final long micros() {
        return micros;
    }

    /** Whether what was last read had digits finer than microseconds. */
    final boolean isCut() {
        return isCut;
    }
}
