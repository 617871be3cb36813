package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A step of a funnel.
 *
 * @param name its name in reports, unique in the funnel; default: its event, a repeat becoming {@code event 2}
 * @param condition what a touchpoint must be to serve it
 * @param within the longest time from the matched touchpoint before it in the chain, inclusive; null: no limit but the
 *     funnel's window (default)
 * @param isOptional whether a chain may leave it out; default false
 * @param isFirstEver whether a unit is out of the funnel unless its first touchpoint with one of the condition's events
 *     meets the whole condition; default false
 */
public record FunnelStep(
        String name, TouchpointCondition condition, Duration within, boolean isOptional, boolean isFirstEver)
        implements Serializable {

    public FunnelStep {
        if (isFirstEver && condition.events().isEmpty()) {
            throw new IllegalArgumentException("step " + name + " names no event that could be the first ever");
        }
    }

    /** A step with every default. */
    public FunnelStep(String name, TouchpointCondition condition) {
        this(name, condition, null, false, false);
    }

    public FunnelStep withWithin(Duration newWithin) {
        return new FunnelStep(name, condition, newWithin, isOptional, isFirstEver);
    }

    /** The same step, which a chain may leave out. */
    public FunnelStep optional() {
        return new FunnelStep(name, condition, within, true, isFirstEver);
    }

    /** The same step, which the unit's first such event must meet. */
    public FunnelStep firstEver() {
        return new FunnelStep(name, condition, within, isOptional, true);
    }

    /** For a step that must be met by the first event of its kind: any touchpoint with one of its events. */
    Optional<TouchpointCondition> anyOfItsEvents() {
        List<String> events = condition.events();
        return isFirstEver
                ? Optional.of(TouchpointCondition.ofEvents(events.toArray(String[]::new)))
                : Optional.empty();
    }
}
