package io.parcours.funnel;

import java.util.List;

/**
 * Finds the chain that counts among chains of a unit. One matcher serves one funnel in one task. Chains are positions by
 * step, as many as the funnel has steps, -1 where a step is not reached or left out.
 */
interface FunnelMatcher {

    /** The chain of a unit that has none. */
    int[] NO_CHAIN = new int[0];

    /**
     * The chain that counts among those that start no later than {@code lastStart}.
     *
     * @param lastStart microseconds since the epoch, itself included
     * @return {@link #NO_CHAIN} where there is none
     */
    int[] chain(ServingTouchpoints unit, long lastStart);

    /**
     * The chain that counts among those that start with one touchpoint.
     *
     * @param entry the position of a touchpoint that may start a chain
     * @return {@link #NO_CHAIN} where there is none
     */
    int[] chainFrom(ServingTouchpoints unit, int entry);

    /**
     * When the first of the chains that start with one touchpoint reaches the last step.
     *
     * @param entry the position of a touchpoint that may start a chain
     * @return microseconds since the epoch; {@link Long#MAX_VALUE} where none does
     */
    long completionFrom(ServingTouchpoints unit, int entry);

    /**
     * The matcher for these rules; which chains start where an entry says is asked by the call.
     *
     * @param gaps where chains are broken
     */
    static FunnelMatcher of(FunnelPlan plan, List<ChainGap> gaps) {
        if (plan.isUnordered()) {
            return new UnorderedMatcher(plan, gaps);
        }
        ChainPlan chains = ChainPlan.of(plan, gaps);
        return chains.isPlain() ? new OrderedMatcher(chains) : new SearchMatcher(chains);
    }
}
