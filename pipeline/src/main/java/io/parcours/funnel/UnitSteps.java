package io.parcours.funnel;

import io.parcours.funnel.ChainRules.Entry;
import io.parcours.journey.CustomerHistory;
import java.util.List;

/** Which steps the touchpoints of a unit serve, and whether its time is up. One object serves one funnel in one task. */
final class UnitSteps {
    private static final int[] NONE = {};

    private final FunnelPlan plan;
    private final StepLookup lookup;
    private CustomerHistory history;
    private FunnelUnit unit;
    private String held;

    UnitSteps(FunnelPlan plan) {
        this.plan = plan;
        this.lookup = new StepLookup(List.of(plan));
    }

    /** Takes another unit that has entered. */
    void begin(FunnelUnit next) {
        unit = next;
        history = next.history();
        held = next.held();
    }

    /** Whether a touchpoint serves any step of the funnel, in whichever unit. */
    boolean serves(int touchpoint) {
        StepLookup.Served[] served = lookup.servedBy(history.match(touchpoint));
        return served.length > 0 && served[0].steps().length > 0;
    }

    /** The steps that a touchpoint serves in this unit, rising; none where it has another value than the one held. */
    int[] of(int touchpoint) {
        StepLookup.Served[] served = lookup.servedBy(history.match(touchpoint));
        if (served.length == 0 || held != null && !held.equals(plan.hold().labelOrNull(history, touchpoint))) {
            return NONE;
        }
        return served[0].steps();
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
        while (!isFound && i >= unit.span().from() && history.occurredAt(i) > plan.lastMatureEntry()) {
            int[] steps = of(i--);
            isFound = steps.length > 0 && (steps[0] == 1 || plan.isUnordered());
        }
        return isFound;
    }
}
