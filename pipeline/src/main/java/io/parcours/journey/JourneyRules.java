package io.parcours.journey;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a customer's touchpoints become sessions and journeys.
 *
 * @param sessionGap a session ends where the next touchpoint is MORE than this later; default 30 minutes
 * @param journeyGap likewise a journey; default 90 days; null: one journey a customer, never over
 * @param stages the lifecycle in order; may be empty
 * @param conversion what converts a journey; default: the first funnel's last step
 * @param touchpointLimit how many touchpoints of one customer are analysed, the earliest ones; default 1,000,000
 */
public record JourneyRules(
        Duration sessionGap,
        Duration journeyGap,
        List<Stage> stages,
        TouchpointCondition conversion,
        int touchpointLimit)
        implements Serializable {

    public static final Duration DEFAULT_SESSION_GAP = Duration.ofMinutes(30);
    public static final Duration DEFAULT_JOURNEY_GAP = Duration.ofDays(90);
    public static final int DEFAULT_TOUCHPOINT_LIMIT = 1_000_000;

    public JourneyRules {
        stages = List.copyOf(stages);
        if (sessionGap.isNegative() || (journeyGap != null && journeyGap.isNegative())) {
            throw new IllegalArgumentException("a gap is never negative");
        }
        if (touchpointLimit < 1) {
            throw new IllegalArgumentException("at least one touchpoint of a customer is analysed");
        }
    }

    public Optional<Duration> journeyGapIfAny() {
        return Optional.ofNullable(journeyGap);
    }
}
