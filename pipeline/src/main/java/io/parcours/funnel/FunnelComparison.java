package io.parcours.funnel;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Two periods whose final rates are compared, by the date of a unit's first touchpoint that serves step 1.
 *
 * @param before the earlier period
 * @param after the later period; they share no day
 * @param mix the breakdown whose mix is told apart from the rates; null: none
 */
public record FunnelComparison(Period before, Period after, FunnelBreakdown mix) implements Serializable {

    /**
     * Local days.
     *
     * @param first the first day
     * @param last the last day, itself included
     */
    public record Period(LocalDate first, LocalDate last) implements Serializable {
        public Period {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("a period from " + first + " to " + last);
            }
        }

        public boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public FunnelComparison {
        if (!before.last().isBefore(after.first())) {
            throw new IllegalArgumentException(
                    "the period before ends on " + before.last() + ", the one after begins on " + after.first());
        }
    }

    public Optional<FunnelBreakdown> mixIfAny() {
        return Optional.ofNullable(mix);
    }
}
