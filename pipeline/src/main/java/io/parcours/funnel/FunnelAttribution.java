package io.parcours.funnel;

import java.io.Serializable;

/**
 * Which touchpoint gives a unit its value in breakdowns.
 *
 * @param kind the way of choosing; default FIRST_TOUCH
 * @param step the number of the step whose matched touchpoint gives the value, for STEP; 0 otherwise
 */
public record FunnelAttribution(Kind kind, int step) implements Serializable {
    public static final FunnelAttribution FIRST_TOUCH = new FunnelAttribution(Kind.FIRST_TOUCH, 0);
    public static final FunnelAttribution LAST_TOUCH = new FunnelAttribution(Kind.LAST_TOUCH, 0);
    public static final FunnelAttribution ALL_STEPS = new FunnelAttribution(Kind.ALL_STEPS, 0);

    /** The way of choosing. */
    public enum Kind {
        /** The unit's first touchpoint that serves step 1, whichever chain counts. */
        FIRST_TOUCH,
        /** The last matched touchpoint of the chain that counts. */
        LAST_TOUCH,
        /** Each value is counted by the chains whose touchpoints all have it. */
        ALL_STEPS,
        /** The touchpoint that serves one step in the chain that counts. */
        STEP
    }

    public FunnelAttribution {
        if (kind == Kind.STEP == step < 1) {
            throw new IllegalArgumentException("attribution " + kind + " with step " + step);
        }
    }

    /** By the touchpoint that serves this step, 1 for the first. */
    public static FunnelAttribution ofStep(int step) {
        return new FunnelAttribution(Kind.STEP, step);
    }
}
