package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.time.Duration;

/**
 * What counts as activity, and when its absence is churn.
 *
 * @param activity the touchpoints whose absence is churn; default every touchpoint
 * @param period the unit of recency and age; default 7 days
 * @param inactiveAfter a customer silent for longer is dormant; default 90 days
 */
public record ChurnRules(TouchpointCondition activity, Duration period, Duration inactiveAfter)
        implements Serializable {
    public static final ChurnRules DEFAULT =
            new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(90));
}
