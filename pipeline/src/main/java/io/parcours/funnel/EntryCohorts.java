package io.parcours.funnel;

import io.parcours.journey.LocalDays;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is counted of one funnel for the units that entered on the same local day, or in the same week or month. */
final class EntryCohorts implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DAYS_PER_WEEK = 7;
    private static final int RECENT = 256;
    /** 1970-01-01 was a Thursday: so many days after a Monday. */
    private static final int EPOCH_AFTER_MONDAY = 3;

    private final FunnelPlan plan;
    /** By the day since 1970-01-01 that the period begins with. */
    private final Map<Long, StepCounts> byFirstDay = new HashMap<>();

    private transient LocalDays days;
    /** By the last bits of a day: the day met last that has them, and its cohort; null before there is any. */
    private transient long[] recentDays;

    private transient StepCounts[] recent;

    EntryCohorts(FunnelPlan plan) {
        this.plan = plan;
        begin();
    }

    private void begin() {
        days = new LocalDays(plan.asOf().zone());
        recentDays = new long[RECENT];
        recent = new StepCounts[RECENT];
    }

    /** The counts of the units that entered in the same period as one that entered at this instant. */
    StepCounts of(long enteredAt) {
        long day = days.dayOf(enteredAt);
        int slot = (int) day & RECENT - 1;
        if (recent[slot] == null || recentDays[slot] != day) {
            recent[slot] = ofPeriod(firstDay(day));
            recentDays[slot] = day;
        }
        return recent[slot];
    }

    private StepCounts ofPeriod(long firstDay) {
        return byFirstDay.computeIfAbsent(firstDay, key -> new StepCounts(plan));
    }

    private long firstDay(long day) {
        return switch (plan.rules().cuts().entryCohort()) {
            case DAY -> day;
            case WEEK -> day - Math.floorMod(day + EPOCH_AFTER_MONDAY, DAYS_PER_WEEK);
            case MONTH -> LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
        };
    }

    void merge(EntryCohorts other) {
        other.byFirstDay.forEach((day, counts) -> ofPeriod(day).merge(counts));
    }

    /** The first days of the periods in which any unit entered, rising. */
    List<LocalDate> cohorts() {
        return byFirstDay.keySet().stream().sorted().map(LocalDate::ofEpochDay).toList();
    }

    StepCounts of(LocalDate cohort) {
        return byFirstDay.get(cohort.toEpochDay());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
