package io.parcours.funnel;

import java.util.List;

/** {@code entry: best}: the highest chain of the unit, wherever it starts. */
final class BestEntry extends EntryRule {
    private final FunnelMatcher matcher;
    private final UnitExclusion exclusion;
    /** Whether nothing is asked of chains but order, window and ties. */
    private final boolean isPlain;

    BestEntry(FunnelPlan plan) {
        super(plan);
        matcher = FunnelMatcher.of(plan, ChainGap.of(plan.rules(), FunnelExclusion.Scope.ATTEMPT));
        exclusion = new UnitExclusion(plan, matcher);
        isPlain = matcher instanceof OrderedMatcher;
    }

    @Override
    List<FunnelProgress> counted(ServingTouchpoints unit, boolean isOpen) {
        int[] chain = matcher.chain(unit, Long.MAX_VALUE);
        if (chain == FunnelMatcher.NO_CHAIN || exclusion.isOut(unit, chain, Long.MAX_VALUE)) {
            return List.of();
        }
        boolean[] reached = reached(chain);
        boolean[] matureReached = plan().hasWindow() ? matureReached(unit, chain, reached) : nothing();
        int entry = firstEntry(unit);
        long completedAt = chain[chain.length - 1] < 0 ? Long.MAX_VALUE : completedAt(unit, chain, entry);
        return List.of(progress(unit, isOpen, chain, matureReached, entry, lastEntry(unit), completedAt));
    }

    private boolean[] matureReached(ServingTouchpoints unit, int[] chain, boolean[] reached) {
        long last = plan().lastMatureEntry();
        // The chain that counts among all starts counts among the mature ones too, where it is one of these.
        if (unit.time(chain[0]) <= last) {
            return reached;
        }
        int[] mature = matcher.chain(unit, last);
        return mature == FunnelMatcher.NO_CHAIN || exclusion.isOut(unit, mature, last) ? nothing() : reached(mature);
    }

    /** No chain ends before the one that counts; where the entry may take the place of its first touchpoint, one from there ends with it. */
    private long completedAt(ServingTouchpoints unit, int[] chain, int entry) {
        long end = unit.time(chain[chain.length - 1]);
        boolean mayReplace = isPlain && unit.time(entry) < unit.time(chain[0]) || entry == chain[0] && isPlain;
        return mayReplace && end - unit.time(entry) <= plan().windowMicros()
                ? end
                : matcher.completionFrom(unit, entry);
    }
}
