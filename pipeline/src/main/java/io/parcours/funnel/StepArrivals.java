package io.parcours.funnel;

import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.ChainRules.Ties;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.util.Arrays;

/**
 * When a unit first came to each required step: its first touchpoint that ends a chain of the required steps up to there
 * within the window. What comes later has no part in it, so that the lost and those who went on are looked at from the
 * same place; the chain that counts will not do, for the one who went on may have started anew for it.
 *
 * <p>Windows of single steps and exclusions are not asked here, and touchpoints of one instant are taken together
 * generously: a unit that reached a step by all rules has come to it by these, then or before. Where a funnel has none of
 * them, the lost came to their last step with the last touchpoint of the chain that counts.
 */
final class StepArrivals {
    private static final long NEVER = Long.MIN_VALUE;

    private final FunnelPlan plan;
    private final UnitSteps unitSteps;
    private final int[] touchpoints;
    private final long[] arrivalStarts;
    /** By step: the latest start of a chain that reached it so far. */
    private final long[] starts;
    /** The starts before the instant at hand. */
    private final long[] before;

    private final boolean isStrict;
    private final boolean areTiesTogether;
    /** Whether a chain may go on with what the instant at hand adds, and with what stood before it. */
    private boolean isWithinInstant;

    private boolean isFromBefore;
    private CustomerHistory history;
    private FunnelUnit unit;

    StepArrivals(FunnelPlan plan, UnitSteps unitSteps) {
        this.plan = plan;
        this.unitSteps = unitSteps;
        this.touchpoints = new int[plan.stepCount() + 2];
        this.arrivalStarts = new long[plan.stepCount() + 2];
        this.starts = new long[plan.stepCount() + 2];
        this.before = new long[plan.stepCount() + 2];
        this.isStrict = plan.chains().order() == Order.STRICT;
        this.areTiesTogether = plan.chains().ties() == Ties.TOGETHER;
    }

    /** The touchpoint with which the unit first came to a required step, or -1. */
    int touchpoint(int step) {
        return touchpoints[step];
    }

    /** When the chain started that came there, the latest start if there are several. */
    long start(int step) {
        return arrivalStarts[step];
    }

    /**
     * Looks for the arrivals at all required steps that the unit reached, and at the next one for as long as a unit that
     * came to the one before must still be undecided. The steps must have begun with this unit.
     */
    void find(FunnelUnit entered) {
        unit = entered;
        history = entered.history();
        Arrays.fill(touchpoints, -1);
        Arrays.fill(starts, NEVER);
        int level = unit.progress().level();
        int target = plan.nextRequired(level);
        Span span = unit.span();
        long until = Long.MAX_VALUE;
        int next;
        for (int i = firstOf(span);
                i < span.to() && touchpoints[target] < 0 && history.occurredAt(i) <= until;
                i = next) {
            next = i + 1;
            if (!isStrict && !unitSteps.serves(i)) {
                next = unitSteps.nextFrom(next);
                continue;
            }
            next = instantEnd(i, span);
            take(i, next);
            if (until == Long.MAX_VALUE && touchpoints[level] >= 0) {
                until = target > plan.stepCount() ? Long.MIN_VALUE : plan.undecidedUntil(history.occurredAt(i));
            }
        }
    }

    private int firstOf(Span span) {
        if (plan.isUnordered()) {
            return span.from();
        }
        int first = unit.progress().entry();
        while (first > span.from() && history.occurredAt(first - 1) == unit.enteredAt()) {
            first--;
        }
        return first;
    }

    private int instantEnd(int touchpoint, Span span) {
        int end = touchpoint + 1;
        while (end < span.to() && history.occurredAt(end) == history.occurredAt(touchpoint)) {
            end++;
        }
        return end;
    }

    private void take(int from, int to) {
        boolean isAlone = servingIn(from, to) == 1;
        if (!isAlone || isStrict) {
            System.arraycopy(starts, 0, before, 0, starts.length);
        }
        if (isStrict) {
            Arrays.fill(starts, NEVER);
        }
        isWithinInstant = areTiesTogether || isAlone && !isStrict;
        isFromBefore = !isAlone || isStrict;
        boolean mayRepeat = !isAlone && areTiesTogether;
        boolean isChanged;
        do {
            isChanged = false;
            for (int i = from; i < to; i++) {
                isChanged |= plan.isUnordered() ? takeInAnyOrder(i) : takeInOrder(i);
            }
        } while (isChanged && mayRepeat);
    }

    private int servingIn(int from, int to) {
        int serving = 0;
        for (int i = from; i < to; i++) {
            serving += unitSteps.serves(i) ? 1 : 0;
        }
        return serving;
    }

    private boolean takeInOrder(int touchpoint) {
        boolean isChanged = false;
        int[] steps = unitSteps.of(touchpoint);
        // Downwards, so that no chain takes the touchpoint twice.
        for (int i = steps.length - 1; i >= 0; i--) {
            isChanged |= extend(touchpoint, steps[i]);
        }
        return isChanged;
    }

    private boolean extend(int touchpoint, int step) {
        long time = history.occurredAt(touchpoint);
        long began = step == 1 ? entryAt(touchpoint, time) : startBefore(step);
        if (began == NEVER || time - began > plan.windowMicros() || began <= starts[step]) {
            return false;
        }
        starts[step] = began;
        arrive(step, touchpoint, began);
        return true;
    }

    private long entryAt(int touchpoint, long time) {
        boolean mayEnter = plan.chains().entry() == Entry.BEST
                || touchpoint == unit.progress().entry();
        return mayEnter ? time : NEVER;
    }

    /** The latest start of a chain that this step may follow: optional ones before it may be left out. */
    private long startBefore(int step) {
        long latest = NEVER;
        for (int former = plan.previousRequired(step); former < step; former++) {
            latest = Math.max(latest, startOf(former));
        }
        return latest;
    }

    private long startOf(int step) {
        long began = isWithinInstant ? starts[step] : NEVER;
        return isFromBefore ? Math.max(began, before[step]) : began;
    }

    /** In any order the level is how many steps were served within the window; a step's start is when it was last served. */
    private boolean takeInAnyOrder(int touchpoint) {
        long time = history.occurredAt(touchpoint);
        for (int step : unitSteps.of(touchpoint)) {
            starts[step] = time;
        }
        int level = 0;
        long earliest = time;
        for (int step = 1; step <= plan.stepCount(); step++) {
            if (starts[step] != NEVER && time - starts[step] <= plan.windowMicros()) {
                level++;
                earliest = Math.min(earliest, starts[step]);
            }
        }
        for (int step = 1; step <= level; step++) {
            arrive(step, touchpoint, earliest);
        }
        return false;
    }

    private void arrive(int step, int touchpoint, long began) {
        if (touchpoints[step] < 0) {
            touchpoints[step] = touchpoint;
            arrivalStarts[step] = began;
        }
    }
}
