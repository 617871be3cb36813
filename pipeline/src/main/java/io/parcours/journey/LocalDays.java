package io.parcours.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The local days of instants in one zone, as days since 1970-01-01. Remembers the day of the last instant, and between
 * which two changes of the zone's offset it lay, so that neighbours cost a comparison; not safe to share between threads.
 */
public final class LocalDays {
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final ZoneId zone;
    private final ZoneRules rules;
    private long validFrom = Long.MAX_VALUE;
    private long validTo = Long.MIN_VALUE;
    private long offset;
    private long latestDay;
    private long latestFrom = Long.MAX_VALUE;
    private long latestTo = Long.MIN_VALUE;

    public LocalDays(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    public ZoneId zone() {
        return zone;
    }

    /** The local day of an instant in microseconds. */
    public long dayOf(long micros) {
        if (micros < latestFrom || micros >= latestTo) {
            findDay(micros);
        }
        return latestDay;
    }

    private void findDay(long micros) {
        if (micros < validFrom || micros >= validTo) {
            findOffset(micros);
        }
        latestDay = Math.floorDiv(micros + offset, MICROS_PER_DAY);
        long from = latestDay * MICROS_PER_DAY - offset;
        latestFrom = Math.max(validFrom, from);
        latestTo = Math.min(validTo, from + MICROS_PER_DAY);
    }

    /** The last day that is over at this instant: all its microseconds, also those an offset change repeats. */
    public long lastDayOver(long micros) {
        long day = dayOf(micros) + 1;
        while (lastMicroOf(day) > micros) {
            day--;
        }
        return day;
    }

    /** The last microsecond of a local day; of a day that clocks skip, the one before the change. */
    public long lastMicroOf(long day) {
        LocalDateTime end = LocalDate.ofEpochDay(day).atTime(LocalTime.MAX).truncatedTo(ChronoUnit.MICROS);
        ZoneOffsetTransition change = rules.getTransition(end);
        if (change != null && change.isGap()) {
            return micros(change.getInstant()) - 1;
        }
        return micros(end.atZone(zone).withLaterOffsetAtOverlap().toInstant());
    }

    private void findOffset(long micros) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        offset = rules.getOffset(instant).getTotalSeconds() * 1_000_000L;
        if (rules.isFixedOffset()) {
            validFrom = Long.MIN_VALUE;
            validTo = Long.MAX_VALUE;
        } else {
            ZoneOffsetTransition previous = rules.previousTransition(instant.plusNanos(1));
            validFrom = previous == null ? Long.MIN_VALUE : micros(previous.getInstant());
            ZoneOffsetTransition next = rules.nextTransition(instant);
            validTo = next == null ? Long.MAX_VALUE : micros(next.getInstant());
        }
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1000;
    }
}
