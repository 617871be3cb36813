package io.parcours.funnel;

import java.util.List;

/** Tells whether a unit leaves the funnel, because an exclusion breaks the chain that would count without any. */
final class UnitExclusion {
    private final List<ChainGap> gaps;
    private final BrokenChain broken;
    /** Finds chains without exclusions; null where those that count are such chains. */
    private final FunnelMatcher matcher;

    /**
     * The unit exclusions of a funnel.
     *
     * @param counting what finds the chains that count
     */
    UnitExclusion(FunnelPlan plan, FunnelMatcher counting) {
        gaps = ChainGap.of(plan.rules(), FunnelExclusion.Scope.UNIT);
        broken = new BrokenChain(plan, gaps);
        boolean countsWithoutExclusions =
                ChainGap.of(plan.rules(), FunnelExclusion.Scope.ATTEMPT).isEmpty();
        matcher = gaps.isEmpty() || countsWithoutExclusions ? null : FunnelMatcher.of(plan, List.of());
    }

    /**
     * Whether the unit is out, as far as chains that start no later than {@code lastStart} tell.
     *
     * @param counting the chain that counts
     */
    boolean isOut(ServingTouchpoints unit, int[] counting, long lastStart) {
        return !gaps.isEmpty() && broken.isBroken(unit, matcher == null ? counting : matcher.chain(unit, lastStart));
    }

    /** The same for chains that start with one touchpoint. */
    boolean isOutFrom(ServingTouchpoints unit, int[] counting, int entry) {
        return !gaps.isEmpty() && broken.isBroken(unit, matcher == null ? counting : matcher.chainFrom(unit, entry));
    }
}
