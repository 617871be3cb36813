package io.parcours.churn;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Cohorts and periods as the rules cut them. Days are days since 1970-01-01; weeks begin on Monday. Customers who share
 * a key share their cohort and the bounds of all their periods: in calendar mode the key is the cohort, in rolling mode
 * the first day.
 */
record RetentionCalendar(RetentionRules rules) {
    /** 1970-01-01 was a Thursday. */
    private static final int DAYS_SINCE_MONDAY = 3;

    /** The key of customers first active on this day. */
    long keyOf(long firstDay) {
        return isRolling() ? firstDay : indexOf(firstDay);
    }

    /** The cohort of a key, numbered so that the next cohort is 1 more. */
    long cohortOf(long key) {
        return isRolling() ? indexOf(key) : key;
    }

    /** The period of customers with this key in which a day lies, 0 for the one of their first activity. */
    int periodOf(long key, long day) {
        if (!isRolling()) {
            return Math.toIntExact(indexOf(day) - key);
        }
        return Math.toIntExact(
                switch (rules.period()) {
                    case DAY -> day - key;
                    case WEEK -> Math.floorDiv(day - key, 7L);
                    case MONTH -> rollingMonths(key, day);
                });
    }

    /** The last day of a period of customers with this key. */
    long lastDayOf(long key, int period) {
        if (!isRolling()) {
            return firstDayOf(key + period + 1) - 1;
        }
        return switch (rules.period()) {
            case DAY -> key + period;
            case WEEK -> key + 7L * (period + 1L) - 1;
            case MONTH -> LocalDate.ofEpochDay(key).plusMonths(period + 1L).toEpochDay() - 1;
        };
    }

    /** A cohort as the report names it: 2024-01, the week's Monday, or the day. */
    String nameOf(long cohort) {
        LocalDate first = LocalDate.ofEpochDay(firstDayOf(cohort));
        return rules.period() == RetentionRules.Period.MONTH
                ? YearMonth.from(first).toString()
                : first.toString();
    }

    private boolean isRolling() {
        return rules.mode() == RetentionRules.Mode.ROLLING;
    }

    /** Months are cut from the first day itself, so 31 January leads to 29 February and on to 31 March. */
    private static long rollingMonths(long firstDay, long day) {
        long months = monthOf(day) - monthOf(firstDay);
        LocalDate begin = LocalDate.ofEpochDay(firstDay).plusMonths(months);
        return begin.toEpochDay() <= day ? months : months - 1;
    }

    private long indexOf(long day) {
        return switch (rules.period()) {
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + DAYS_SINCE_MONDAY, 7L);
            case MONTH -> monthOf(day);
        };
    }

    private long firstDayOf(long index) {
        return switch (rules.period()) {
            case DAY -> index;
            case WEEK -> index * 7 - DAYS_SINCE_MONDAY;
            case MONTH ->
                LocalDate.of((int) Math.floorDiv(index, 12L), (int) Math.floorMod(index, 12L) + 1, 1)
                        .toEpochDay();
        };
    }

    private static long monthOf(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }
}
