package io.parcours.journey;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The one instant that everything is measured as of, and the zone in which days, weeks and months are cut.
 *
 * @param instant the instant, in whole microseconds
 * @param zone the map's time zone
 */
public record AsOf(Instant instant, ZoneId zone) implements Serializable {

    /** The instant as microseconds since the epoch. */
    public long micros() {
        // Not ChronoUnit.MICROS.between, which overflows some 292 years from the epoch.
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    /** The local day of the instant: the partition's name. */
    public LocalDate date() {
        return instant.atZone(zone).toLocalDate();
    }

    public static AsOf ofMicros(long micros, ZoneId zone) {
        return new AsOf(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }
}
