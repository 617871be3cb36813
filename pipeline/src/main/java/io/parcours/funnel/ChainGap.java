package io.parcours.funnel;

import java.util.ArrayList;
import java.util.List;

/**
 * Between which matched touchpoints an exclusion breaks chains, resolved.
 *
 * @param exclusion the exclusion's place among the funnel's
 * @param from the gap's first step; {@link FunnelExclusion#EVERY_GAP} for every gap
 * @param to the gap's second step
 * @param stepCount the funnel's number of steps
 */
record ChainGap(int exclusion, int from, int to, int stepCount) {

    /** The gaps of a funnel's exclusions with this scope. */
    static List<ChainGap> of(FunnelRules rules, FunnelExclusion.Scope scope) {
        List<ChainGap> gaps = new ArrayList<>();
        for (int i = 0; i < rules.chains().exclusions().size(); i++) {
            FunnelExclusion exclusion = rules.chains().exclusions().get(i);
            if (exclusion.scope() == scope) {
                gaps.add(new ChainGap(
                        i, exclusion.from(), exclusion.to(), rules.steps().size()));
            }
        }
        return gaps;
    }

    boolean isEveryGap() {
        return to == FunnelExclusion.EVERY_GAP;
    }

    /** Whether a chain whose last matched step is this one has reached the gap's first step and not its second. */
    boolean isOpenAfter(int step) {
        return isEveryGap() ? step >= 1 && step < stepCount : from <= step && step < to;
    }

    /** Whether a touchpoint that serves this step is the gap's first. */
    boolean begins(int step) {
        return isEveryGap() ? step < stepCount : step == from;
    }

    /**
     * Whether the gap stays open over a chain's matched touchpoints that are not its ends: the chain came to the instant
     * with the first step and leaves it without the second.
     */
    boolean spans(int entered, int left) {
        return !isEveryGap() && from <= entered && left < to;
    }
}
