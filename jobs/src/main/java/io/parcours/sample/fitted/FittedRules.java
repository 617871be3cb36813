package io.parcours.sample.fitted;

import io.parcours.sample.LogFormat;
import io.parcours.sample.SampleRules.Noise;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What log to make for a map. The same rules and the same map give the same bytes on every machine.
 *
 * @param customers how many customers, 1 to 50,000,000
 * @param seed any number; another seed gives another log with other findings planted
 * @param days the length of the log in days, 1 to 3,660; empty: the map's {@code between}, at most 3,660 days of it, else
 *     180 days
 * @param format how the log is written
 * @param noise whether duplicates and bad records are mixed in
 */
public record FittedRules(int customers, long seed, OptionalInt days, LogFormat format, Noise noise) {
    private static final int MOST_CUSTOMERS = 50_000_000;
    private static final int MOST_DAYS = 3660;

    /** Refuses with {@link IllegalArgumentException} what lies outside the limits above. */
    public FittedRules {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(noise, "noise");
        within("customers", customers, MOST_CUSTOMERS);
        days.ifPresent(number -> within("days", number, MOST_DAYS));
    }

    private static void within(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("%s: %d is not from 1 to %d".formatted(what, number, most));
        }
    }
}
