package io.parcours.ingest;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** Typed instants of local times and of finer units than microseconds. */
final class LocalTimes {
    private static final long MICROS_PER_SECOND = 1_000_000;

    private static final long LARGEST_MILLIS = Long.MAX_VALUE / 1000;

    private final ZoneRules zone;

    LocalTimes(ZoneId zone) {
        this.zone = zone.getRules();
    }

    TypedInstant instant(long micros) {
        return new TypedInstant(micros, false);
    }

    TypedInstant instantOfMillis(long millis) {
        return instant(micros(millis));
    }

    TypedInstant instantOfNanos(long nanos) {
        return new TypedInstant(Math.floorDiv(nanos, 1000), Math.floorMod(nanos, 1000) != 0);
    }

    // java.time's rule: a time that a clock change skips moves on by the gap, one that comes twice is the first.
    TypedInstant local(long micros) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        int offset = zone.getOffset(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC))
                .getTotalSeconds();
        return new TypedInstant(micros - offset * MICROS_PER_SECOND, false);
    }

    TypedInstant localOfMillis(long millis) {
        return local(micros(millis));
    }

    /** What lies beyond the reach of microseconds stays beyond every year that a touchpoint may have. */
    private static long micros(long millis) {
        return 1000 * Math.max(-LARGEST_MILLIS, Math.min(LARGEST_MILLIS, millis));
    }

    TypedInstant localOfNanos(long nanos) {
        return new TypedInstant(local(Math.floorDiv(nanos, 1000)).micros(), Math.floorMod(nanos, 1000) != 0);
    }
}
