package io.parcours.funnel;

/** Finds the chain that counts among all chains of a unit. One matcher serves one funnel in one task. */
interface FunnelMatcher {

    /** A unit's chain where it never entered. */
    int[] NO_CHAIN = new int[0];

    /** The matcher for these rules. */
    static FunnelMatcher of(FunnelPlan plan) {
        return new OrderedMatcher(
                plan.stepCount(), plan.windowMicros(), plan.chains().ties());
    }

    /**
     * The highest level that a chain reaches if it may start no later than {@code lastStart}.
     *
     * @param lastStart microseconds since the epoch, itself included
     * @return 0 where no chain can start
     */
    int level(ServingTouchpoints unit, long lastStart);

    /**
     * The chain that counts.
     *
     * @return the positions of the touchpoints that serve step 1, 2, ..., as many as the unit's level
     */
    int[] chain(ServingTouchpoints unit);
}
