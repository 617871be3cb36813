package io.parcours.trigger;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * If this, unless that, within so long, then do so.
 *
 * @param name what reports call it
 * @param when a touchpoint that starts it
 * @param unless a later touchpoint that cancels it, and starts the next where it matches {@code when} too; null: nothing
 *     does
 * @param within how long is waited for that, ends included
 * @param action what is to be done then, in the user's words
 * @param cooldown after a firing that became due the trigger rests for the same customer this long, from the deadline on,
 *     ends included; default none (zero)
 * @param breakdown dimensions, or {@code segment}, by whose values firings are counted once more; default none
 */
public record TriggerRules(
        String name,
        TouchpointCondition when,
        TouchpointCondition unless,
        Duration within,
        String action,
        Duration cooldown,
        List<String> breakdown)
        implements Serializable {

    public TriggerRules {
        breakdown = List.copyOf(breakdown);
        if (within.isNegative() || cooldown.isNegative()) {
            throw new IllegalArgumentException("times are never negative");
        }
    }

    /** Every condition it asks of touchpoints. */
    public Stream<TouchpointCondition> conditions() {
        return Stream.concat(Stream.of(when), unlessIfAny().stream());
    }

    public Optional<TouchpointCondition> unlessIfAny() {
        return Optional.ofNullable(unless);
    }
}
