package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;

/**
 * What must not lie between the matched touchpoints of two steps, the gap's.
 *
 * @param condition the touchpoints that break a chain
 * @param from the number of the gap's first step; {@link #EVERY_GAP}: between any two matched touchpoints that follow
 *     each other in the chain
 * @param to the number of the gap's second step, later than {@code from}; EVERY_GAP with it
 * @param scope what a broken chain means; default ATTEMPT
 */
public record FunnelExclusion(TouchpointCondition condition, int from, int to, Scope scope) implements Serializable {

    /** Stands for both steps of an exclusion that holds in every gap. */
    public static final int EVERY_GAP = 0;

    /** What a broken chain means. */
    public enum Scope {
        /** Chains that are not broken still count. */
        ATTEMPT,
        /** Where the chain that would count without exclusions is broken, the unit leaves the funnel. */
        UNIT
    }

    public FunnelExclusion {
        if (from < 0 || from >= to && to != EVERY_GAP || from == EVERY_GAP != (to == EVERY_GAP)) {
            throw new IllegalArgumentException("no gap from step " + from + " to step " + to);
        }
    }

    /** An exclusion in every gap. */
    public static FunnelExclusion everywhere(TouchpointCondition condition, Scope scope) {
        return new FunnelExclusion(condition, EVERY_GAP, EVERY_GAP, scope);
    }

    public boolean isInEveryGap() {
        return to == EVERY_GAP;
    }
}
