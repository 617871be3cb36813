package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import io.parcours.stats.ObservedDays;

/** Finds on which day a customer begins on a curve and on which the event comes. Not safe to share between threads. */
final class CurveReader {
    /** Stands for a day that never came. */
    private static final long NEVER = Long.MAX_VALUE;

    private final CurvePlan plan;
    private final AsOf asOf;
    private final LocalDays localDays;
    private final long asOfDay;
    private CustomerHistory history;
    private int firstActivity;
    private long firstDay;
    private long start;
    private long event;

    CurveReader(CurvePlan plan, AsOf asOf) {
        this.plan = plan;
        this.asOf = asOf;
        this.localDays = new LocalDays(asOf.zone());
        this.asOfDay = localDays.dayOf(asOf.micros());
    }

    /** Turns to this history. */
    void read(CustomerHistory next) {
        history = next;
        firstActivity = -1;
        firstDay = NEVER;
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(plan.activity())) {
                firstActivity = firstActivity < 0 ? i : firstActivity;
                // Where clocks are put back over midnight, a day can come again after the next one.
                firstDay = Math.min(firstDay, dayOf(i));
            }
        }
    }

    /** The first activity touchpoint, -1 where there is none. */
    int firstActivity() {
        return firstActivity;
    }

    /** Looks for the customer on a curve; false where he is not on it. */
    boolean find(ChurnCurve curve) {
        start = firstDay;
        event = NEVER;
        switch (curve) {
            case SECOND_CONVERSION -> findConversions();
            case INACTIVITY -> findSilence();
            case END -> findEnd();
        }
        return start != NEVER;
    }

    /** Counts what was found. An event of a day that has not come at as_of is not known yet. */
    void count(ObservedDays days) {
        if (event <= asOfDay) {
            days.addEvent(Math.toIntExact(event - start));
        } else {
            days.addCensoring(Math.toIntExact(Math.max(0, asOfDay - start)));
        }
    }

    private void findConversions() {
        start = NEVER;
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(plan.conversion())) {
                long day = dayOf(i);
                if (day < start) {
                    event = start;
                    start = day;
                } else if (day > start && day < event) {
                    event = day;
                }
            }
        }
    }

    private void findSilence() {
        long lastAt = 0;
        long lastDay = Long.MIN_VALUE;
        for (int i = firstActivity; i >= 0 && i < history.size(); i++) {
            if (!history.match(i).holds(plan.activity())) {
                continue;
            }
            long at = history.occurredAt(i);
            if (i > firstActivity && at - lastAt > plan.longSilence()) {
                event = lastDay + plan.inactiveDays();
                return;
            }
            lastAt = at;
            lastDay = Math.max(lastDay, dayOf(i));
        }
        if (firstActivity >= 0 && asOf.micros() - lastAt > plan.longSilence()) {
            event = lastDay + plan.inactiveDays();
        }
    }

    private void findEnd() {
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(plan.ends()) && dayOf(i) >= firstDay) {
                event = Math.min(event, dayOf(i));
            }
        }
    }

    private long dayOf(int touchpoint) {
        return localDays.dayOf(history.occurredAt(touchpoint));
    }
}
