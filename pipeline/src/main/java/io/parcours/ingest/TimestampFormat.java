package io.parcours.ingest;

import java.io.Serializable;
import java.util.Objects;

/**
 * How the log writes its instants.
 *
 * @param kind one of the kinds below
 * @param pattern the DateTimeFormatter pattern of {@link Kind#PATTERN}; null otherwise
 */
public record TimestampFormat(Kind kind, String pattern) implements Serializable {

    /** The default: a date, or date and time parted by T or a blank, with optional fraction and offset. */
    public static final TimestampFormat ISO = new TimestampFormat(Kind.ISO, null);

    public static final TimestampFormat EPOCH_SECONDS = new TimestampFormat(Kind.EPOCH_SECONDS, null);
    public static final TimestampFormat EPOCH_MILLIS = new TimestampFormat(Kind.EPOCH_MILLIS, null);

    /** The kinds of format. */
    public enum Kind {
        ISO,
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        PATTERN
    }

    public TimestampFormat {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.PATTERN) != (pattern != null)) {
            throw new IllegalArgumentException("a pattern goes with PATTERN, and only with it");
        }
    }

    public static TimestampFormat ofPattern(String pattern) {
        return new TimestampFormat(Kind.PATTERN, pattern);
    }
}
