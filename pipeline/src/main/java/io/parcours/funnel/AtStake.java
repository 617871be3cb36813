package io.parcours.funnel;

import io.parcours.stats.ExactMean;
import io.parcours.stats.Interval;
import java.util.Optional;

/**
 * What lost units would have been worth, had all of them converted. All parts are null where no conversion has a value.
 *
 * @param perConversion the mean value of a conversion, in the log's own unit
 * @param value units lost times that
 * @param low the lower end of its 95 % interval; null also where only one conversion has a value
 * @param high the upper end
 */
public record AtStake(Double perConversion, Double value, Double low, Double high) {

    /** Nothing is known of values. */
    static final AtStake NONE = new AtStake(null, null, null, null);

    static AtStake of(long lost, ExactMean conversions) {
        Optional<Double> mean = conversions.mean();
        Optional<Interval> interval = conversions.interval();
        return new AtStake(
                mean.orElse(null),
                mean.map(value -> lost * value).orElse(null),
                interval.map(ends -> lost * ends.low()).orElse(null),
                interval.map(ends -> lost * ends.high()).orElse(null));
    }
}
