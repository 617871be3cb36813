package io.parcours.sample;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When the generated log plays, in milliseconds since the epoch, and the gaps that its map uses. */
final class SampleCalendar {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    static final long SECOND = 1000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** The map's session_gap: a gap of exactly this does not split. */
    static final long SESSION_GAP = 30 * MINUTE;
    /** The map's journey_gap: likewise. */
    static final long JOURNEY_GAP = 14 * DAY;
    /** The map's window of the funnel checkout, both ends inclusive. */
    static final long CHECKOUT_WINDOW = 7 * DAY;

    private final int days;
    private final long start;
    private final long end;
    private final List<LocalDate> months = new ArrayList<>();
    private final long[] monthStarts;

    SampleCalendar(int days) {
        this.days = days;
        this.start = millis(FIRST_DAY);
        this.end = millis(FIRST_DAY.plusDays(days)) - SECOND;
        for (LocalDate month = FIRST_DAY; millis(month) <= end; month = month.plusMonths(1)) {
            months.add(month);
        }
        this.monthStarts = months.stream().mapToLong(SampleCalendar::millis).toArray();
    }

    /** Local midnight at which the log begins. */
    long start() {
        return start;
    }

    /** The log's very last accepted touchpoint, one second before a local midnight: as_of by default. */
    long end() {
        return end;
    }

    int days() {
        return days;
    }

    LocalDate lastDay() {
        return FIRST_DAY.plusDays(days - 1L);
    }

    /** The local months of the log in order, by their first days. */
    List<LocalDate> months() {
        return months;
    }

    /** Which of the months an instant of the log lies in. */
    int monthOf(long millis) {
        int month = (int) ((millis - start) / (31 * DAY));
        while (month + 1 < monthStarts.length && millis >= monthStarts[month + 1]) {
            month++;
        }
        return month;
    }

    /** The instant so many whole days of 24 hours after the start. */
    long day(int number) {
        return start + Duration.ofDays(number).toMillis();
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
