package io.parcours.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Reads occurred_at: instants of typed sources as they are, all else by the map's timestamp_format. */
final class TimeValues {
    private static final long FIRST = micros(Instant.parse("0001-01-01T00:00:00Z"));
    private static final long LAST = micros(Instant.parse("9999-12-31T23:59:59.999999Z"));

    private static final long FARTHEST_SECOND = Long.MAX_VALUE / 1_000_000;

    private final InputRules rules;
    private final TimestampReader reader;
    private final long from;
    private final long to;
    private long micros;
    private boolean isCut;
    private String problem;

    TimeValues(InputRules rules) {
        this.rules = rules;
        this.reader = TimestampReader.of(rules.timestampFormat(), rules.zone());
        this.from = rules.firstDay() == null ? FIRST : startOf(rules.firstDay(), rules.zone());
        this.to = rules.lastDay() == null ? LAST : startOf(rules.lastDay().plusDays(1), rules.zone()) - 1;
    }

    /** Reads a value; false where it is no instant, or none in range. */
    boolean read(Object value) {
        if (value instanceof TypedInstant instant) {
            micros = instant.micros();
            isCut = instant.isCut();
        } else if (value instanceof LocalDate date) {
            micros = startOf(date, rules.zone());
            isCut = false;
        } else if (!readText(value)) {
            return false;
        }
        return isInRange(value);
    }

    private boolean readText(Object value) {
        String text = TextValues.of(value);
        if (text == null) {
            problem = "is missing or blank";
            return false;
        }
        if (!reader.read(text)) {
            problem = "is " + Shown.of(value) + ", not " + reader.expectation();
            return false;
        }
        micros = reader.micros();
        isCut = reader.isCut();
        return true;
    }

    private boolean isInRange(Object value) {
        if (micros >= from && micros <= to && micros >= FIRST && micros <= LAST) {
            return true;
        }
        problem = "is " + Shown.of(value)
                + (micros < FIRST || micros > LAST
                        ? ", outside the years 0001 to 9999"
                        : ", outside " + rules.firstDay() + " to " + rules.lastDay());
        return false;
    }

    long micros() {
        return micros;
    }

    boolean isCut() {
        return isCut;
    }

    String problem() {
        return problem;
    }

    /** An instant as text, in UTC. */
    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    private static long startOf(LocalDate day, ZoneId zone) {
        // Days that a typed source can write reach far beyond what microseconds can count.
        long second = day.atStartOfDay(zone).toEpochSecond();
        return 1_000_000 * Math.max(-FARTHEST_SECOND, Math.min(FARTHEST_SECOND, second));
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
    }
}
