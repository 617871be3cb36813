package io.parcours.channel;

import io.parcours.stats.ClusteredProportion;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The table {@code channel_mix}: by breakdown as the map lists them and value, then by length from all over short to long
 * to standardised, then by class.
 */
final class ChannelMixReport {
    static final String STANDARDISED = "standardised";

    static final ReportTable<ChannelMixRow> TABLE = new ReportTable<>(
            "channel_mix",
            "the journeys of one class of channel use, among the journeys of one breakdown value and length",
            ChannelMixColumns.all());

    private ChannelMixReport() {}

    static TableContent<ChannelMixRow> of(ChannelCounts counts) {
        List<ChannelMixRow> rows = new ArrayList<>();
        for (int group : counts.groups().inOrder()) {
            for (JourneyLength length : JourneyLength.values()) {
                for (ChannelClass channelClass : ChannelClass.values()) {
                    row(counts, group, length, channelClass).ifPresent(rows::add);
                }
            }
            for (ChannelClass channelClass : ChannelClass.values()) {
                standardised(counts, group, channelClass).ifPresent(rows::add);
            }
        }
        return new TableContent<>(TABLE, rows);
    }

    private static Optional<ChannelMixRow> row(
            ChannelCounts counts, int group, JourneyLength length, ChannelClass channelClass) {
        MixGroup journeys = counts.mix().group(group);
        return Optional.ofNullable(journeys.tally(channelClass, length))
                .map(tally -> new ChannelMixRow(
                        counts.groups().breakdown(group),
                        counts.groups().value(group),
                        length.label(),
                        channelClass,
                        tally.journeys(),
                        tally,
                        journeys.whole(length),
                        RateFigure.of(tally.conversions()).orElseThrow(),
                        RateFigure.of(tally.drops()).orElseThrow(),
                        null,
                        counts.mix().timesToConversion(tally),
                        counts.mix().journeyTimes(tally)));
    }

    private static Optional<ChannelMixRow> standardised(ChannelCounts counts, int group, ChannelClass channelClass) {
        MixGroup journeys = counts.mix().group(group);
        List<StandardisedRate.Stratum> conversions = strata(journeys, channelClass, MixTally::conversions);
        List<StandardisedRate.Stratum> drops = strata(journeys, channelClass, MixTally::drops);
        return StandardisedRate.of(conversions)
                .map(conversion -> new ChannelMixRow(
                        counts.groups().breakdown(group),
                        counts.groups().value(group),
                        STANDARDISED,
                        channelClass,
                        conversions.stream()
                                .mapToLong(stratum -> stratum.rate().trials())
                                .sum(),
                        null,
                        null,
                        conversion.figure(),
                        StandardisedRate.of(drops).orElseThrow().figure(),
                        conversion.coveredShare(),
                        null,
                        null));
    }

    private static List<StandardisedRate.Stratum> strata(
            MixGroup journeys, ChannelClass channelClass, Function<MixTally, ClusteredProportion> rate) {
        return Stream.of(JourneyLength.values())
                .filter(JourneyLength::isCompared)
                .map(length -> new StandardisedRate.Stratum(
                        journeys.whole(length).trials(),
                        Optional.ofNullable(journeys.tally(channelClass, length))
                                .map(rate)
                                .orElseGet(ClusteredProportion::new)))
                .toList();
    }
}
