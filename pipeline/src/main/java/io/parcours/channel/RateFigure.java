package io.parcours.channel;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import java.util.Optional;

/** A rate with its 95 % interval. */
record RateFigure(double rate, double low, double high) {

    /** Nothing where there is no base. */
    static Optional<RateFigure> of(ClusteredProportion proportion) {
        return proportion.rate().map(rate -> {
            Interval interval = proportion.interval().orElseThrow();
            return new RateFigure(rate, interval.low(), interval.high());
        });
    }
}
