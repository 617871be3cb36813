package io.parcours.benchmark;

import java.time.LocalDate;
import java.util.Locale;

/**
 * Which log is raced over; the same size is the same log, byte by byte.
 *
 * @param customers how many customers
 * @param touchpointsPerCustomer about how many touchpoints each has on average, 16 to 500
 * @param days length of the log from 2024-01-01, at least 90
 * @param seed the generator's seed
 */
record LogSize(int customers, int touchpointsPerCustomer, int days, long seed) {

    /** A log of about so many touchpoints. */
    static LogSize of(long touchpoints, int customers, int days, long seed) {
        return new LogSize(customers, (int) Math.round((double) touchpoints / customers), days, seed);
    }

    long touchpoints() {
        return (long) customers * touchpointsPerCustomer;
    }

    /** The last day, as the map and the peers' filters have it. */
    LocalDate lastDay() {
        return LocalDate.of(2024, 1, 1).plusDays(days - 1L);
    }

    /** The name of its folder. */
    String folderName() {
        return String.format(Locale.ROOT, "log-%dx%d-%dd-seed%d", customers, touchpointsPerCustomer, days, seed);
    }
}
