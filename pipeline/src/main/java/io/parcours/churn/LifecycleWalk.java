package io.parcours.churn;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import java.util.Arrays;

/**
 * Walks along a customer's activity and tells the states at the ends of periods: between two touchpoints a state never
 * comes back, so where it changes is searched for. Not safe to share between threads.
 */
final class LifecycleWalk {
    private final int activity;
    private final StateRule rule;
    private final PeriodEnds ends;
    private final LocalDays localDays;
    private final Rhythm rhythm = new Rhythm();
    private long[] days = new long[64];
    private int size;
    private long firstAt;
    private long lastAt;
    private long returnedAt;

    LifecycleWalk(int activity, StateRule rule, PeriodEnds ends, LocalDays localDays) {
        this.activity = activity;
        this.rule = rule;
        this.ends = ends;
        this.localDays = localDays;
    }

    /** Tells the customer's states by his own rhythm to the one, by the rule of thumb alone to the other. */
    void walk(CustomerHistory history, StateRuns byRhythm, StateRuns byRule) {
        size = 0;
        returnedAt = Activity.NEVER;
        rhythm.clear();
        int seen = 0;
        for (int i = 0; i < history.size(); i++) {
            if (!history.match(i).holds(activity)) {
                continue;
            }
            long at = history.occurredAt(i);
            if (size == 0) {
                seen = ends.firstNotBefore(at, 0);
            } else if (seen < ends.count() && ends.micros(seen) < at) {
                int next = ends.firstNotBefore(at, seen);
                tell(seen, next, byRhythm, byRule);
                seen = next;
            }
            take(at);
        }
        if (size > 0) {
            tell(seen, ends.count(), byRhythm, byRule);
        }
    }

    private void take(long at) {
        if (size == 0) {
            firstAt = at;
        } else if (at - lastAt > rule.inactiveAfter()) {
            returnedAt = at;
        }
        lastAt = at;
        long day = localDays.dayOf(at);
        if (size == 0 || day > days[size - 1]) {
            insert(size, day);
        } else if (day < days[size - 1]) {
            // Where clocks are put back over midnight, a day can come again after the next one.
            int place = Arrays.binarySearch(days, 0, size, day);
            if (place < 0) {
                insert(-place - 1, day);
            }
        }
    }

    private void insert(int place, long day) {
        boolean hasBefore = place > 0;
        boolean hasAfter = place < size;
        if (hasBefore && hasAfter) {
            rhythm.remove(days[place] - days[place - 1]);
        }
        if (hasBefore) {
            rhythm.add(day - days[place - 1]);
        }
        if (hasAfter) {
            rhythm.add(days[place] - day);
        }
        days = size == days.length ? Arrays.copyOf(days, 2 * size) : days;
        System.arraycopy(days, place, days, place + 1, size - place);
        days[place] = day;
        size++;
    }

    private void tell(int from, int to, StateRuns byRhythm, StateRuns byRule) {
        if (from < to) {
            Standing standing = new Standing(firstAt, lastAt, days[size - 1], returnedAt, rhythm.patience());
            tell(standing, from, to, byRhythm);
            tell(standing.withoutRhythm(), from, to, byRule);
        }
    }

    private void tell(Standing standing, int from, int to, StateRuns runs) {
        int index = from;
        while (index < to) {
            ChurnState state = stateAt(standing, index);
            int end = endOf(state, standing, index, to);
            runs.add(state, index, end);
            index = end;
        }
    }

    /** The first end of a period after this one, which has the state, that has another one. */
    private int endOf(ChurnState state, Standing standing, int index, int to) {
        if (stateAt(standing, to - 1) == state) {
            return to;
        }
        int low = index;
        int high = to - 1;
        for (int step = 1; low + step < high; step *= 2) {
            if (stateAt(standing, low + step) != state) {
                high = low + step;
            } else {
                low += step;
            }
        }
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (stateAt(standing, middle) == state) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private ChurnState stateAt(Standing standing, int index) {
        return rule.stateAt(standing, ends.micros(index), ends.day(index));
    }
}
