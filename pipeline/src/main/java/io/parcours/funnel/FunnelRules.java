package io.parcours.funnel;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A funnel as the map defines it. Counting rules: docs/counting-rules.md.
 *
 * @param name its name in reports, unique in the map
 * @param steps its steps in order, at least one
 * @param window the longest time from the first matched touchpoint to the last, both ends inclusive; null: no limit
 *     (default)
 * @param unit what enters it; default CUSTOMER
 * @param ties whether touchpoints at one instant may follow each other; default TOGETHER
 * @param breakdown the dimensions (or "channel") by which it is also counted; default none
 */
public record FunnelRules(
        String name, List<FunnelStep> steps, Duration window, Unit unit, Ties ties, List<String> breakdown)
        implements Serializable {

    /** What enters a funnel. */
    public enum Unit {
        CUSTOMER,
        JOURNEY,
        SESSION
    }

    /** How touchpoints at one instant are taken. */
    public enum Ties {
        /** In whichever order reaches further. */
        TOGETHER,
        /** Never one after the other: time must rise from step to step. */
        STRICT
    }

    public FunnelRules {
        steps = List.copyOf(steps);
        breakdown = List.copyOf(breakdown);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("funnel " + name + " has no step");
        }
        if (window != null && window.isNegative()) {
            throw new IllegalArgumentException("the window of funnel " + name + " is negative");
        }
    }

    public Optional<Duration> windowIfAny() {
        return Optional.ofNullable(window);
    }
}
