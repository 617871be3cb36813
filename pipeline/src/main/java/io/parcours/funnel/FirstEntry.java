package io.parcours.funnel;

import java.util.List;

/** {@code entry: first}: only chains that start at the unit's first touchpoint of step 1. */
final class FirstEntry extends EntryRule {
    private final FunnelMatcher matcher;
    private final UnitExclusion exclusion;

    FirstEntry(FunnelPlan plan) {
        super(plan);
        matcher = FunnelMatcher.of(plan, ChainGap.of(plan.rules(), FunnelExclusion.Scope.ATTEMPT));
        exclusion = new UnitExclusion(plan, matcher);
    }

    @Override
    List<FunnelProgress> counted(ServingTouchpoints unit, boolean isOpen) {
        int entry = firstEntry(unit);
        int[] chain = matcher.chainFrom(unit, entry);
        if (chain == FunnelMatcher.NO_CHAIN || exclusion.isOutFrom(unit, chain, entry)) {
            return List.of();
        }
        boolean isConverted = chain[chain.length - 1] >= 0;
        return List.of(progress(
                unit,
                isOpen,
                chain,
                reachedIfMature(chain, unit.time(entry)),
                entry,
                unit.time(entry),
                isConverted ? matcher.completionFrom(unit, entry) : Long.MAX_VALUE));
    }
}
