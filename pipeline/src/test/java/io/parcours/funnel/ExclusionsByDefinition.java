package io.parcours.funnel;

import java.util.Arrays;
import java.util.List;

/** Tells which chains are broken by which exclusions. */
final class ExclusionsByDefinition {
    private ExclusionsByDefinition() {}

    /** Whether any of these exclusions breaks a chain among the touchpoints of its unit. */
    static boolean isBroken(DefinedChain chain, List<FunnelExclusion> exclusions) {
        return exclusions.stream()
                .anyMatch(exclusion -> exclusion.isInEveryGap()
                        ? isBrokenInAnyGap(chain, exclusion)
                        : isBrokenBetween(chain, exclusion));
    }

    /** The chains that none of these exclusions breaks. */
    static List<DefinedChain> unbroken(List<DefinedChain> chains, List<FunnelExclusion> exclusions) {
        return chains.stream().filter(chain -> !isBroken(chain, exclusions)).toList();
    }

    private static boolean isBrokenInAnyGap(DefinedChain chain, FunnelExclusion exclusion) {
        int[] taken = chain.touchpoints();
        for (int i = 1; i < taken.length; i++) {
            if (isBrokenInGap(chain, exclusion, taken[i - 1], taken[i])) {
                return true;
            }
        }
        return !chain.isComplete() && isBrokenBehind(chain, exclusion, chain.last());
    }

    private static boolean isBrokenBetween(DefinedChain chain, FunnelExclusion exclusion) {
        if (!chain.reaches(exclusion.from())) {
            return false;
        }
        int from = chain.matched()[exclusion.from() - 1];
        return chain.reaches(exclusion.to())
                ? isBrokenInGap(chain, exclusion, from, chain.matched()[exclusion.to() - 1])
                : isBrokenBehind(chain, exclusion, from);
    }

    private static boolean isBrokenInGap(DefinedChain chain, FunnelExclusion exclusion, int from, int to) {
        return Arrays.stream(chain.unit().touchpoints())
                .filter(other -> chain.unit().isExcludedBy(other, exclusion))
                .filter(other -> other != from && other != to)
                .anyMatch(other -> isInside(chain.unit(), from, other) && isInside(chain.unit(), other, to));
    }

    /** The gap's second step is not reached. */
    private static boolean isBrokenBehind(DefinedChain chain, FunnelExclusion exclusion, int from) {
        DefinedUnit unit = chain.unit();
        return Arrays.stream(unit.touchpoints())
                .filter(other -> unit.isExcludedBy(other, exclusion))
                .filter(other -> other != from)
                .anyMatch(other -> isInside(unit, from, other) && unit.isInWindow(chain.first(), unit.time(other)));
    }

    /** Whether one touchpoint lies before the other in time; at equal times only where ties are strict. */
    private static boolean isInside(DefinedUnit unit, int earlier, int later) {
        return unit.hasTiesTogether() ? unit.time(earlier) < unit.time(later) : unit.time(earlier) <= unit.time(later);
    }
}
