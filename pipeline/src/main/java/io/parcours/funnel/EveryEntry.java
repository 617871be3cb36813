package io.parcours.funnel;

import java.util.ArrayList;
import java.util.List;

/** {@code entry: every}: one attempt after the other. */
final class EveryEntry extends EntryRule {
    private final AttemptWalk walk;
    /** Attempts without exclusions, for those that concern the unit as a whole; null where there are none. */
    private final AttemptWalk walkWithoutExclusions;

    private final BrokenChain broken;

    EveryEntry(FunnelPlan plan) {
        super(plan);
        List<ChainGap> gaps = ChainGap.of(plan.rules(), FunnelExclusion.Scope.ATTEMPT);
        List<ChainGap> unitGaps = ChainGap.of(plan.rules(), FunnelExclusion.Scope.UNIT);
        walk = new AttemptWalk(ChainPlan.of(plan, gaps));
        walkWithoutExclusions = unitGaps.isEmpty() ? null : new AttemptWalk(ChainPlan.of(plan, List.of()));
        broken = new BrokenChain(plan, unitGaps);
    }

    @Override
    List<FunnelProgress> counted(ServingTouchpoints unit, boolean isOpen) {
        List<FunnelProgress> attempts = new ArrayList<>();
        if (isOut(unit)) {
            return attempts;
        }
        walk.begin(unit);
        while (walk.advance()) {
            long start = unit.time(walk.entry());
            attempts.add(progress(
                    unit,
                    isOpen,
                    walk.chain(),
                    reachedIfMature(walk.chain(), start),
                    walk.entry(),
                    start,
                    walk.completedAt()));
        }
        return attempts;
    }

    private boolean isOut(ServingTouchpoints unit) {
        if (walkWithoutExclusions == null) {
            return false;
        }
        walkWithoutExclusions.begin(unit);
        while (walkWithoutExclusions.advance()) {
            if (isBroken(unit, walkWithoutExclusions)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBroken(ServingTouchpoints unit, AttemptWalk attempt) {
        return broken.isBroken(unit, attempt.chain(), attempt.seenFrom(), attempt.seenTo());
    }
}
