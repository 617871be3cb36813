package io.parcours.satisfaction;

import io.parcours.journey.LocalDays;
import io.parcours.survey.SurveyRules.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/** The local periods of instants, each named by its first day: {@code 2024-03-01}. Not safe to share between threads. */
final class PeriodNames {
    private static final int SLOTS = 1 << 12;

    private final Period period;
    private final LocalDays days;
    private final long[] slotDays = new long[SLOTS];
    private final String[] slotNames = new String[SLOTS];
    private final Map<String, String> names = new HashMap<>();

    PeriodNames(Period period, ZoneId zone) {
        this.period = period;
        this.days = new LocalDays(zone);
    }

    String of(long micros) {
        long day = days.dayOf(micros);
        int slot = (int) day & SLOTS - 1;
        if (slotNames[slot] == null || slotDays[slot] != day) {
            slotDays[slot] = day;
            String name = firstDay(LocalDate.ofEpochDay(day)).toString();
            String known = names.putIfAbsent(name, name);
            slotNames[slot] = known == null ? name : known;
        }
        return slotNames[slot];
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (period) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
