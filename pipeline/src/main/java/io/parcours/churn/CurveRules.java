package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What is counted on curves of survival, beside the time to the second conversion and to inactivity.
 *
 * @param ends the touchpoints that end a subscription; null (default) where nothing is subscribed
 * @param breakdown the columns by which curves are drawn apart and compared, {@code channel} or dimensions, each by the
 *     customer's first activity touchpoint; default none
 */
public record CurveRules(TouchpointCondition ends, List<String> breakdown) implements Serializable {
    public static final CurveRules DEFAULT = new CurveRules(null, List.of());

    public CurveRules {
        breakdown = List.copyOf(breakdown);
    }

    /** What ends a subscription, if anything does. */
    public Optional<TouchpointCondition> endsIfGiven() {
        return Optional.ofNullable(ends);
    }
}
