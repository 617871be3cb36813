package io.parcours.funnel;

import io.parcours.funnel.ChainRules.Entry;

/** Which steps the touchpoints of a unit serve, and whether its time is up. One object serves one funnel in one task. */
final class UnitSteps {
    private static final int[] NONE = {};

    private final FunnelPlan plan;
    private ServingTouchpoints serving;
    private FunnelUnit unit;
    /** A position among the serving touchpoints; touchpoints are mostly asked for one after the other. */
    private int position;

    UnitSteps(FunnelPlan plan) {
        this.plan = plan;
    }

    /**
     * Takes another unit that has entered.
     *
     * @param unitServing the touchpoints of the unit that serve any step
     */
    void begin(FunnelUnit next, ServingTouchpoints unitServing) {
        unit = next;
        serving = unitServing;
        position = 0;
    }

    /** The touchpoints of the unit that serve any step or break chains. */
    ServingTouchpoints touchpoints() {
        return serving;
    }

    /** The steps that a touchpoint serves in this unit, by its position; none where it has another value than the one held. */
    int[] of(int servingPosition) {
        return isHeld(servingPosition) ? serving.steps(servingPosition) : NONE;
    }

    private boolean isHeld(int servingPosition) {
        return unit.held() == null
                || unit.held().equals(plan.hold().labelOrNull(unit.history(), serving.index(servingPosition)));
    }

    /** The first touchpoint from this one on that serves any step, in whichever unit; the end of the unit if there is none. */
    int nextFrom(int touchpoint) {
        int next = positionFrom(touchpoint);
        while (next < serving.size() && serving.steps(next).length == 0) {
            next++;
        }
        return next == serving.size() ? unit.span().to() : serving.index(next);
    }

    /** The position of the first touchpoint from this one on that serves a step or breaks chains. */
    int positionFrom(int touchpoint) {
        while (position > 0 && serving.index(position - 1) >= touchpoint) {
            position--;
        }
        while (position < serving.size() && serving.index(position) < touchpoint) {
            position++;
        }
        return position;
    }

    /**
     * Whether the unit's time is up: neither can it go on after as_of, nor could it if it had not yet. Asked of all alike:
     * of those who just entered only the quick have gone on, and the slow are not lost yet.
     */
    boolean isOver() {
        if (unit.span().isOpen()) {
            return false;
        }
        if (!plan.hasWindow()) {
            return true;
        }
        return plan.chains().entry() == Entry.BEST ? !mayStillEnter() : unit.enteredAt() <= plan.lastMatureEntry();
    }

    /** Whether a chain may start so late that its window is not over. */
    private boolean mayStillEnter() {
        boolean isFound = false;
        int i = serving.size() - 1;
        while (!isFound && i >= 0 && serving.time(i) > plan.lastMatureEntry()) {
            int[] steps = of(i--);
            isFound = steps.length > 0 && (steps[0] == 1 || plan.isUnordered());
        }
        return isFound;
    }
}
