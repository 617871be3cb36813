package io.parcours.channel;

import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Durations;
import io.parcours.stats.Interval;
import java.util.Optional;
import java.util.function.Function;

/**
 * The journeys of one class among those of a group and length, or the class's standardised rates.
 *
 * @param length the label of the length, or of what is standardised
 * @param journeys how many journeys
 * @param tally what was counted of them; null where rates are standardised
 * @param whole all journeys of the group and length; null where rates are standardised
 * @param conversion the rate of those that converted
 * @param dropOff the rate of those that are over without it
 * @param coveredShare null where rates are not standardised
 * @param timesToConversion null where rates are standardised
 * @param journeyTimes null where rates are standardised
 */
record ChannelMixRow(
        String breakdown,
        String breakdownValue,
        String length,
        ChannelClass channelClass,
        long journeys,
        MixTally tally,
        ClusteredProportion whole,
        RateFigure conversion,
        RateFigure dropOff,
        Double coveredShare,
        Durations timesToConversion,
        Durations journeyTimes) {

    private static final double MICROS_PER_SECOND = 1e6;

    private <V> V counted(Function<MixTally, Optional<V>> figure) {
        return tally == null ? null : figure.apply(tally).orElse(null);
    }

    Long count(Function<MixTally, Long> figure) {
        return tally == null ? null : figure.apply(tally);
    }

    /** A figure of the class's share in the journeys. */
    Double share(Function<RateFigure, Double> figure) {
        return counted(counts -> RateFigure.of(counts.share().partOf(whole)).map(figure));
    }

    Double containment(Function<RateFigure, Double> figure) {
        return counted(counts -> RateFigure.of(counts.containment()).map(figure));
    }

    Double mean(Function<MixTally, ClusteredMean> mean) {
        return counted(counts -> mean.apply(counts).mean());
    }

    /** An end of the interval of a mean of parts of one. */
    Double endOfPart(Function<MixTally, ClusteredMean> mean, Function<Interval, Double> end) {
        return counted(counts -> mean.apply(counts).intervalWithin(0, 1).map(end));
    }

    /** The same of values, of which there are none where no journey has one. */
    Double value(Function<ClusteredMean, Optional<Double>> figure) {
        return counted(counts -> counts.valued() == 0 ? Optional.empty() : figure.apply(counts.value()));
    }

    Double seconds(Function<ClusteredMean, Optional<Double>> figure) {
        return counted(counts -> figure.apply(counts.conversionMicros()).map(micros -> micros / MICROS_PER_SECOND));
    }

    Double percentile(Durations durations, double p) {
        return durations == null ? null : durations.percentile(p).orElse(null);
    }
}
