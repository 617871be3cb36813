package io.parcours.funnel;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import java.util.Optional;

/**
 * A rate as it stands in a report, with its 95 % interval. All three are null where there is no base.
 *
 * @param value between 0 and 1
 * @param low the interval's lower end
 * @param high the interval's upper end
 */
public record Rate(Double value, Double low, Double high) {

    /** The basis of intervals where every unit is a customer. */
    static final String WILSON = "wilson";
    /** The basis of intervals where what is counted of one customer forms a cluster. */
    static final String WILSON_CLUSTERED = "wilson_clustered_by_customer";

    /** What the columns that name the basis say of it. */
    static final String BASIS_COMMENT = "How the intervals were made: " + WILSON
            + " where a customer is counted once at most, " + WILSON_CLUSTERED + " otherwise.";

    /** No rate. */
    static final Rate NONE = new Rate(null, null, null);

    /** How the intervals of a funnel's rates are made, as it stands in reports. */
    static String basis(FunnelPlan plan) {
        return plan.isClustered() ? WILSON_CLUSTERED : WILSON;
    }

    static Rate of(Proportion proportion) {
        return of(proportion.rate(), proportion.interval());
    }

    static Rate of(ClusteredProportion proportion) {
        return of(proportion.rate(), proportion.interval());
    }

    private static Rate of(Optional<Double> rate, Optional<Interval> interval) {
        return new Rate(
                rate.orElse(null),
                interval.map(Interval::low).orElse(null),
                interval.map(Interval::high).orElse(null));
    }
}
