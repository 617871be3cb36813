package io.parcours.churn;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
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
            if (size == 0) {
                firstAt = at;
            } else if (at - lastAt > longSilence) {
                returnedAt = at;
            }
            lastAt = at;
            long day = localDays.dayOf(at);
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

    private long[] eachOnce(int size, boolean isRising) {
        long[] found = Arrays.copyOf(days, size);
        // Where clocks are put back over midnight, a day can come again after the next one.
        return isRising ? found : Arrays.stream(found).sorted().distinct().toArray();
    }
}
