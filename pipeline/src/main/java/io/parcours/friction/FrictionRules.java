package io.parcours.friction;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * What counts as friction beside loops, immediate repeats and moves back, which need no rule.
 *
 * @param contacts touchpoints that are contacts about something, of which a second one is friction; null: none
 * @param thing the dimension that says what a contact is about; null: its event
 * @param contactAgainWithin a second contact for the same thing at most this much later is friction; default 7 days
 * @param burstCount this many touchpoints alike; at least 2, default 5
 * @param burstWithin within this time are a burst; default 1 minute
 * @param stallAfter a longer gap within a journey is a stall; null: a gap above ten times the median of its pair, where
 *     at least 30 were seen
 */
public record FrictionRules(
        TouchpointCondition contacts,
        String thing,
        Duration contactAgainWithin,
        int burstCount,
        Duration burstWithin,
        Duration stallAfter)
        implements Serializable {

    public static final FrictionRules DEFAULT =
            new FrictionRules(null, null, Duration.ofDays(7), 5, Duration.ofMinutes(1), null);

    public FrictionRules {
        if (burstCount < 2) {
            throw new IllegalArgumentException("a burst is two or more touchpoints");
        }
    }

    public Optional<TouchpointCondition> contactsIfAny() {
        return Optional.ofNullable(contacts);
    }

    public Optional<String> thingIfAny() {
        return Optional.ofNullable(thing);
    }

    public Optional<Duration> stallAfterIfGiven() {
        return Optional.ofNullable(stallAfter);
    }
}
