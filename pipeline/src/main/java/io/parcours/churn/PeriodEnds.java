package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.LocalDays;

/**
 * The ends of the latest calendar periods that are over at as_of: {@value #MOST_PERIODS} of them and the one before, which
 * has index 0. None is after the next one's; ends of days that clocks skip are those of the days before.
 */
final class PeriodEnds {
    /** Periods before the latest so many are left out: a single stamp of 1970 must not cost a table of 20,000 days. */
    static final int MOST_PERIODS = 2_000;

    private final RetentionCalendar calendar;
    private final long earliest;
    private final long[] micros = new long[MOST_PERIODS + 1];
    private final long[] days = new long[MOST_PERIODS + 1];

    PeriodEnds(RetentionRules.Period period, AsOf asOf) {
        calendar = new RetentionCalendar(
                new RetentionRules(period, RetentionRules.Mode.CALENDAR, RetentionRules.Count.ON));
        LocalDays localDays = new LocalDays(asOf.zone());
        earliest = calendar.keyOf(localDays.lastDayOver(asOf.micros()) + 1) - 1 - MOST_PERIODS;
        for (int index = 0; index < micros.length; index++) {
            micros[index] = localDays.lastMicroOf(calendar.lastDayOf(earliest + index, 0));
            days[index] = localDays.dayOf(micros[index]);
        }
    }

    /** How many ends there are. */
    int count() {
        return micros.length;
    }

    /** The last microsecond of a period. */
    long micros(int index) {
        return micros[index];
    }

    /** The local day in which it lies. */
    long day(int index) {
        return days[index];
    }

    /** The first end from an index on that is not before an instant; {@link #count()} where there is none. */
    int firstNotBefore(long instant, int from) {
        int low = from;
        int high = micros.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (micros[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The period as the tables name it: 2024-01, the week's Monday, or the day. */
    String nameOf(int index) {
        return calendar.nameOf(earliest + index);
    }
}
