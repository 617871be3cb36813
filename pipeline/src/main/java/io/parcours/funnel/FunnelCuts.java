package io.parcours.funnel;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * By what a funnel's units are told apart in reports; how they are matched does not depend on it.
 *
 * @param breakdowns by what it is also counted; default none
 * @param attribution which touchpoint gives a unit its value there; default FIRST_TOUCH
 * @param entryCohort the length of the periods of entry in {@code funnel_trend}; default DAY
 * @param comparison the periods of {@code funnel_changes}; null: none (default)
 * @param undecidedAfter how long after a step a unit must still be undecided for what it did meanwhile to be looked at
 *     in {@code drop_off_drivers}
 */
public record FunnelCuts(
        List<FunnelBreakdown> breakdowns,
        FunnelAttribution attribution,
        CohortPeriod entryCohort,
        FunnelComparison comparison,
        Duration undecidedAfter)
        implements Serializable {

    public static final Duration DEFAULT_UNDECIDED_AFTER = Duration.ofMinutes(30);

    public static final FunnelCuts DEFAULT =
            new FunnelCuts(List.of(), FunnelAttribution.FIRST_TOUCH, CohortPeriod.DAY, null, DEFAULT_UNDECIDED_AFTER);

    /** The length of a period of entry; weeks begin on Monday. */
    public enum CohortPeriod {
        DAY,
        WEEK,
        MONTH
    }

    public FunnelCuts {
        breakdowns = List.copyOf(breakdowns);
        if (undecidedAfter.isNegative() || undecidedAfter.isZero()) {
            throw new IllegalArgumentException("undecided after " + undecidedAfter);
        }
    }

    public Optional<FunnelComparison> comparisonIfAny() {
        return Optional.ofNullable(comparison);
    }

    public FunnelCuts withBreakdowns(List<FunnelBreakdown> newBreakdowns) {
        return new FunnelCuts(newBreakdowns, attribution, entryCohort, comparison, undecidedAfter);
    }

    public FunnelCuts withAttribution(FunnelAttribution newAttribution) {
        return new FunnelCuts(breakdowns, newAttribution, entryCohort, comparison, undecidedAfter);
    }

    public FunnelCuts withEntryCohort(CohortPeriod newEntryCohort) {
        return new FunnelCuts(breakdowns, attribution, newEntryCohort, comparison, undecidedAfter);
    }

    public FunnelCuts withComparison(FunnelComparison newComparison) {
        return new FunnelCuts(breakdowns, attribution, entryCohort, newComparison, undecidedAfter);
    }

    public FunnelCuts withUndecidedAfter(Duration newUndecidedAfter) {
        return new FunnelCuts(breakdowns, attribution, entryCohort, comparison, newUndecidedAfter);
    }
}
