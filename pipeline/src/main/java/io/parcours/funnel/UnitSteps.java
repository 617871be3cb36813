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

    /** Whether a touchpoint serves any step of the funnel, in whichever unit. */
    boolean serves(int touchpoint) {
        return moveTo(touchpoint) && serving.steps(position).length > 0;
    }

    /** The steps that a touchpoint serves in this unit, rising; none where it has another value than the one held. */
    int[] of(int touchpoint) {
        return moveTo(touchpoint) && isHeld(touchpoint) ? serving.steps(position) : NONE;
    }

    private boolean isHeld(int touchpoint) {
        return unit.held() == null || unit.held().equals(plan.hold().labelOrNull(unit.history(), touchpoint));
    }

    /** The first touchpoint from this one on that serves a step or breaks chains; the end of the unit if there is none. */
    int nextFrom(int touchpoint) {
        moveTo(touchpoint);
        return position == serving.size() ? unit.span().to() : serving.index(position);
    }

    private boolean moveTo(int touchpoint) {
        if (position > 0 && serving.index(position - 1) >= touchpoint) {
            position = 0;
        }
        while (position < serving.size() && serving.index(position) < touchpoint) {
            position++;
        }
        return position < serving.size() && serving.index(position) == touchpoint;
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
        int i = unit.span().to() - 1;
        while (!isFound && i >= unit.span().from() && unit.history().occurredAt(i) > plan.lastMatureEntry()) {
            int[] steps = of(i--);
            isFound = steps.length > 0 && (steps[0] == 1 || plan.isUnordered());
        }
        return isFound;
    }
}
