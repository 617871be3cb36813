package io.parcours.output;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of one run: when it started, to the millisecond in UTC, and eight random hexadecimal digits, as in
 * {@code 20240331T235959123Z-0f3a9c11}. Names sort by the start.
 *
 * @param value the name
 */
public record RunId(String value) implements Comparable<RunId> {
    private static final Pattern FORM = Pattern.compile("[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}");
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no run id: " + value);
        }
    }

    /** A new name for a run that started at this instant; two calls never give the same but by a chance of 2^-32. */
    public static RunId startedAt(Instant start) {
        return new RunId(START.format(start) + "-" + String.format(Locale.ROOT, "%08x", RANDOM.nextInt()));
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
