package io.parcours.funnel;

import io.parcours.funnel.ChainRules.Entry;
import io.parcours.funnel.ChainRules.Order;
import io.parcours.funnel.ChainRules.Ties;
import io.parcours.journey.CustomerHistory;
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
    /** By step: the last required one before it. */
    private final int[] previousRequired;

    private final long window;
    private final boolean isUnordered;
    private final boolean isStrict;
    private final boolean areTiesTogether;
    private final boolean mayEnterAnywhere;
    /** Whether a chain may go on with what the instant at hand adds, and with what stood before it. */
    private boolean isWithinInstant;

    private boolean isFromBefore;
    private FunnelUnit unit;
    private ServingTouchpoints serving;

    StepArrivals(FunnelPlan plan, UnitSteps unitSteps) {
        this.plan = plan;
        this.unitSteps = unitSteps;
        this.touchpoints = new int[plan.stepCount() + 2];
        this.arrivalStarts = new long[plan.stepCount() + 2];
        this.starts = new long[plan.stepCount() + 2];
        this.before = new long[plan.stepCount() + 2];
        this.previousRequired = new int[plan.stepCount() + 1];
        Arrays.setAll(previousRequired, plan::previousRequired);
        this.window = plan.windowMicros();
        this.isUnordered = plan.isUnordered();
        this.isStrict = plan.chains().order() == Order.STRICT;
        this.areTiesTogether = plan.chains().ties() == Ties.TOGETHER;
        this.mayEnterAnywhere = plan.chains().entry() == Entry.BEST;
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
        serving = unitSteps.touchpoints();
        Arrays.fill(touchpoints, -1);
        Arrays.fill(starts, NEVER);
        int level = unit.progress().level();
        int target = plan.nextRequired(level);
        long until = Long.MAX_VALUE;
        int next;
        for (int position = first();
                position < serving.size() && touchpoints[target] < 0 && serving.time(position) <= until;
                position = next) {
            next = serving.instantEnd(position);
            take(position, next);
            if (until == Long.MAX_VALUE && touchpoints[level] >= 0) {
                until = target > plan.stepCount() ? Long.MIN_VALUE : plan.undecidedUntil(serving.time(position));
            }
        }
    }

    private int first() {
        return isUnordered
                ? 0
                : serving.instantStart(unitSteps.positionFrom(unit.progress().entry()));
    }

    private void take(int from, int to) {
        boolean isAlone = to == from + 1 || servingIn(from, to) == 1;
        if (!isAlone || isStrict) {
            System.arraycopy(starts, 0, before, 0, starts.length);
        }
        if (isStrict) {
            Arrays.fill(starts, NEVER);
        }
        isWithinInstant = areTiesTogether || isAlone && !isStrict;
        isFromBefore = isStrict ? from > 0 && isNext(from) : !isAlone;
        boolean mayRepeat = !isAlone && areTiesTogether;
        boolean isChanged;
        do {
            isChanged = false;
            for (int position = from; position < to; position++) {
                isChanged |= isUnordered ? takeInAnyOrder(position) : takeInOrder(position);
            }
        } while (isChanged && mayRepeat);
    }

    private int servingIn(int from, int to) {
        int count = 0;
        for (int position = from; position < to; position++) {
            count += serving.steps(position).length > 0 ? 1 : 0;
        }
        return count;
    }

    /** Whether no touchpoint of the unit lies between the instant that begins here and the one before, in time. */
    private boolean isNext(int position) {
        CustomerHistory history = unit.history();
        int index = serving.index(position - 1);
        while (history.occurredAt(index) == serving.time(position - 1)) {
            index++;
        }
        return history.occurredAt(index) == serving.time(position);
    }

    private boolean takeInOrder(int position) {
        boolean isChanged = false;
        int[] steps = unitSteps.of(position);
        // Downwards, so that no chain takes the touchpoint twice.
        for (int i = steps.length - 1; i >= 0; i--) {
            isChanged |= extend(position, steps[i]);
        }
        return isChanged;
    }

    private boolean extend(int position, int step) {
        long time = serving.time(position);
        long began = step == 1 ? entryAt(position, time) : startBefore(step);
        if (began == NEVER || time - began > window || began <= starts[step]) {
            return false;
        }
        starts[step] = began;
        arrive(step, position, began);
        return true;
    }

    private long entryAt(int position, long time) {
        return mayEnterAnywhere || serving.index(position) == unit.progress().entry() ? time : NEVER;
    }

    /** The latest start of a chain that this step may follow: optional ones before it may be left out. */
    private long startBefore(int step) {
        long latest = NEVER;
        for (int former = previousRequired[step]; former < step; former++) {
            latest = Math.max(latest, startOf(former));
        }
        return latest;
    }

    private long startOf(int step) {
        long began = isWithinInstant ? starts[step] : NEVER;
        return isFromBefore ? Math.max(began, before[step]) : began;
    }

    /** In any order the level is how many steps were served within the window; a step's start is when it was last served. */
    private boolean takeInAnyOrder(int position) {
        long time = serving.time(position);
        for (int step : unitSteps.of(position)) {
            starts[step] = time;
        }
        int level = 0;
        long earliest = time;
        for (int step = 1; step <= plan.stepCount(); step++) {
            if (starts[step] != NEVER && time - starts[step] <= window) {
                level++;
                earliest = Math.min(earliest, starts[step]);
            }
        }
        for (int step = 1; step <= level; step++) {
            arrive(step, position, earliest);
        }
        return false;
    }

    private void arrive(int step, int position, long began) {
        if (touchpoints[step] < 0) {
            touchpoints[step] = serving.index(position);
            arrivalStarts[step] = began;
        }
    }
}
