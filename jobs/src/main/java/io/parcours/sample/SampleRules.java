package io.parcours.sample;

import java.util.Objects;

/**
 * What log to generate. The same rules give the same bytes on every machine.
 *
 * @param customers how many customers, 1 to 50,000,000
 * @param seed any number; another seed gives another log
 * @param days the length of the log in days from 2024-01-01, 90 to 1,825; default 90
 * @param touchpointsPerCustomer about how many touchpoints a customer has on average, 16 to 500; default 20
 * @param format how the log is written; default CSV
 * @param noise whether duplicates, bad records and bots are mixed in; default WITH_NOISE
 */
public record SampleRules(
        int customers, long seed, int days, int touchpointsPerCustomer, LogFormat format, Noise noise) {

    public static final int DEFAULT_DAYS = 90;
    public static final int DEFAULT_TOUCHPOINTS_PER_CUSTOMER = 20;

    private static final int MOST_CUSTOMERS = 50_000_000;

    /** What of a real log's dirt the generated one has. */
    public enum Noise {
        /** Exact duplicates, bad records of every kind (below 1 %), and bots that the map filters. */
        WITH_NOISE,
        /** Customers' touchpoints only. */
        CLEAN
    }

    /** Refuses with {@link IllegalArgumentException} what lies outside the limits above. */
    public SampleRules {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(noise, "noise");
        within("customers", customers, 1, MOST_CUSTOMERS);
        within("days", days, DEFAULT_DAYS, 1825);
        within("touchpoints per customer", touchpointsPerCustomer, 16, 500);
    }

    /** About how many records the log will have: enough to size files, not to count on. */
    long expectedRecords() {
        return (long) customers * touchpointsPerCustomer;
    }

    private static void within(String what, int number, int from, int to) {
        if (number < from || number > to) {
            throw new IllegalArgumentException("%s: %d is not from %d to %d".formatted(what, number, from, to));
        }
    }
}
