package io.parcours.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The local day of instants, worked out once a day of the log rather than once an instant. */
final class LocalDays {
    private final ZoneId zone;
    private LocalDate day;
    private long from = 1;
    private long to;

    LocalDays(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate dayOf(long micros) {
        if (micros < from || micros >= to) {
            day = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone).toLocalDate();
            from = startOf(day);
            to = startOf(day.plusDays(1));
        }
        return day;
    }

    private long startOf(LocalDate date) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, date.atStartOfDay(zone).toInstant());
    }
}
