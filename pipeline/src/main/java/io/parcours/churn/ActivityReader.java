package io.parcours.churn;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import io.parcours.stats.ExactSum;
import java.util.Arrays;
import java.util.Optional;

/** Finds a customer's days of activity. Not safe to share between threads. */
final class ActivityReader {
    private final int activity;
    private final LocalDays localDays;
    private final long longSilence;
    private long[] days = new long[64];

    /**
     * Activity is the condition with this number; days are cut in this zone; a silence of more than so many
     * microseconds is long.
     */
    ActivityReader(int activity, LocalDays localDays, long longSilence) {
        this.activity = activity;
        this.localDays = localDays;
        this.longSilence = longSilence;
    }

    LocalDays localDays() {
        return localDays;
    }

    /** The customer's activity, or nothing where no touchpoint is one. */
    Optional<Activity> read(CustomerHistory history) {
        return read(history, Long.MAX_VALUE);
    }

    /** The customer's activity up to a local day, that included, or nothing where there is none. */
    Optional<Activity> read(CustomerHistory history, long lastDay) {
        int size = 0;
        long firstAt = 0;
        long lastAt = 0;
        long returnedAt = Activity.NEVER;
        boolean isRising = true;
        for (int i = 0; i < history.size(); i++) {
            if (!history.match(i).holds(activity)) {
                continue;
            }
            long at = history.occurredAt(i);
            long day = localDays.dayOf(at);
            if (day > lastDay) {
                continue;
            }
            if (size == 0) {
                firstAt = at;
            } else if (at - lastAt > longSilence) {
                returnedAt = at;
            }
            lastAt = at;
            if (size == 0 || days[size - 1] != day) {
                isRising = isRising && (size == 0 || days[size - 1] < day);
                days = size == days.length ? Arrays.copyOf(days, size * 2) : days;
                days[size++] = day;
            }
        }
        return size == 0
                ? Optional.empty()
                : Optional.of(new Activity(eachOnce(size, isRising), firstAt, lastAt, returnedAt));
    }

    /**
     * The values of activity touchpoints on the repeat days of what was found, summed and divided by their number; NaN
     * where there is no repeat day, or no activity touchpoint up to the last of the days has a value.
     */
    double monetaryMean(CustomerHistory history, Activity found) {
        if (found.frequency() == 0) {
            return Double.NaN;
        }
        ExactSum repeatDays = new ExactSum();
        boolean hasValue = false;
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(activity) && !Double.isNaN(history.value(i))) {
                long day = localDays.dayOf(history.occurredAt(i));
                hasValue = hasValue || day <= found.lastDay();
                if (day != found.firstDay() && day <= found.lastDay()) {
                    repeatDays.add(history.value(i));
                }
            }
        }
        return hasValue ? repeatDays.toDouble() / found.frequency() : Double.NaN;
    }

    private long[] eachOnce(int size, boolean isRising) {
        long[] found = Arrays.copyOf(days, size);
        // Where clocks are put back over midnight, a day can come again after the next one.
        return isRising ? found : Arrays.stream(found).sorted().distinct().toArray();
    }
}
