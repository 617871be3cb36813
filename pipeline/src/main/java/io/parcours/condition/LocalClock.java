package io.parcours.condition;

import java.time.Instant;
import java.time.ZoneId;

/** What a clock and a calendar of a zone show at an instant. */
final class LocalClock {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long SECONDS_PER_HOUR = 3600;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final int DAYS_PER_WEEK = 7;
    /** 1970-01-01 was a Thursday, three days after a Monday. */
    private static final int EPOCH_AFTER_MONDAY = 3;

    private LocalClock() {}

    /** 0 to 23. */
    static double hour(long micros, ZoneId zone) {
        return (double) (Math.floorMod(localSeconds(micros, zone), SECONDS_PER_DAY) / SECONDS_PER_HOUR);
    }

    /** 1 (Monday) to 7 (Sunday). */
    static double dayOfWeek(long micros, ZoneId zone) {
        long day = Math.floorDiv(localSeconds(micros, zone), SECONDS_PER_DAY);
        return 1.0 + Math.floorMod(day + EPOCH_AFTER_MONDAY, DAYS_PER_WEEK);
    }

    private static long localSeconds(long micros, ZoneId zone) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        return seconds
                + zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }
}
