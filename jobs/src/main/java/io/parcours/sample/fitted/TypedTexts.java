package io.parcours.sample.fitted;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Which type a column has where columns have types. */
final class TypedTexts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A column's type. */
    enum Type {
        INSTANT,
        WHOLE,
        NUMBER,
        TEXT
    }

    private final Columns columns;
    private final PlayTime time;

    /** Refuses with {@link IllegalArgumentException} names that Avro cannot have; Parquet is held to the same. */
    TypedTexts(Columns columns, PlayTime time) {
        this.columns = columns;
        this.time = time;
        check(columns.names());
    }

    private static void check(List<String> names) {
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("the map calls a column " + name
                        + ", which parquet and avro logs are not made with; use --format csv or json");
            }
        }
    }

    Type of(int column) {
        int field = columns.fieldOf(column);
        if (field == Columns.VALUE) {
            return Type.NUMBER;
        }
        if (field != Columns.OCCURRED_AT) {
            return Type.TEXT;
        }
        return time.isIso() ? Type.INSTANT : time.isEpoch() ? Type.WHOLE : Type.TEXT;
    }

    /** Microseconds since the epoch of an ISO instant. */
    static long micros(String text) {
        return Instant.parse(text).getEpochSecond() * 1_000_000;
    }
}
