package io.parcours.channel;

import io.parcours.stats.Interval;
import io.parcours.table.Column;
import java.util.List;
import java.util.stream.Stream;

/** The columns of {@code channel_mix}. */
final class ChannelMixColumns {
    static final String INTERVAL_BASIS = "wilson_clustered_by_customer";
    static final String STANDARDISED_BASIS = "wilson_clustered_by_customer_and_length";

    private ChannelMixColumns() {}

    /** All columns in their order. */
    static List<Column<ChannelMixRow>> all() {
        return Stream.of(names(), counts(), outcomes(), times(), worth())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Column<ChannelMixRow>> names() {
        return List.of(
                Column.text(
                        "breakdown",
                        "all: every journey; otherwise the dimension counted by.",
                        ChannelMixRow::breakdown),
                Column.text(
                        "breakdown_value",
                        "The dimension's value on the journey's first touchpoint, (none) where missing; all.",
                        ChannelMixRow::breakdownValue),
                Column.text(
                        "length",
                        "How many touchpoints the journeys have: all, 1, 2, 3-4, 5-8, 9-16, 17+. standardised: the rates"
                                + " that the class would have if its journeys of two touchpoints and more were spread"
                                + " over these lengths as those of all classes are; what is not rates is null there.",
                        ChannelMixRow::length),
                Column.text(
                        "channel_class",
                        "The first that holds: single (one channel), omnichannel (some stage has touchpoints online and"
                                + " offline), crosschannel (neighbouring touchpoints in different channels at most"
                                + " handover_window apart), multichannel; (none) where no touchpoint has a channel.",
                        row -> row.channelClass().label()));
    }

    private static List<Column<ChannelMixRow>> counts() {
        return List.of(
                Column.whole(
                        "journey_count",
                        "How many journeys of the class; of two touchpoints and more where standardised.",
                        ChannelMixRow::journeys),
                Column.real(
                        "journey_share",
                        "journey_count as a part of all journeys of the breakdown value and length.",
                        row -> row.share(RateFigure::rate)),
                Column.real(
                        "journey_share_low", "The lower end of its 95 % interval.", row -> row.share(RateFigure::low)),
                Column.real(
                        "journey_share_high",
                        "The upper end of its 95 % interval.",
                        row -> row.share(RateFigure::high)),
                Column.whole(
                        "converted_count",
                        "How many of them converted, open ones included.",
                        row -> row.count(tally -> tally.conversions().successes())),
                Column.real(
                        "conversion_rate",
                        "converted_count / journey_count, or standardised.",
                        row -> row.conversion().rate()),
                Column.real(
                        "conversion_rate_low",
                        "The lower end of its 95 % interval.",
                        row -> row.conversion().low()),
                Column.real(
                        "conversion_rate_high",
                        "The upper end of its 95 % interval.",
                        row -> row.conversion().high()),
                Column.whole(
                        "dropped_count",
                        "How many of them are over without a conversion.",
                        row -> row.count(tally -> tally.drops().successes())),
                Column.real(
                        "drop_off_rate",
                        "dropped_count / journey_count, or standardised.",
                        row -> row.dropOff().rate()),
                Column.real(
                        "drop_off_rate_low",
                        "The lower end of its 95 % interval.",
                        row -> row.dropOff().low()),
                Column.real(
                        "drop_off_rate_high",
                        "The upper end of its 95 % interval.",
                        row -> row.dropOff().high()));
    }

    private static List<Column<ChannelMixRow>> outcomes() {
        return List.of(
                Column.whole(
                        "in_progress_count",
                        "How many of them are open and have not converted.",
                        row -> row.count(tally -> tally.journeys()
                                - tally.conversions().successes()
                                - tally.drops().successes())),
                Column.real(
                        "covered_share",
                        "Where standardised: the part of all journeys of the breakdown value, of two touchpoints and"
                                + " more, that is of a length that journeys of this class have; else null.",
                        ChannelMixRow::coveredShare),
                Column.whole(
                        "contained_count",
                        "How many journeys converted in the channel where they began: at a touchpoint with a channel, and"
                                + " none before it has another.",
                        row -> row.count(tally -> tally.containment().successes())),
                Column.real(
                        "containment_rate",
                        "contained_count / converted_count.",
                        row -> row.containment(RateFigure::rate)),
                Column.real(
                        "containment_rate_low",
                        "The lower end of its 95 % interval.",
                        row -> row.containment(RateFigure::low)),
                Column.real(
                        "containment_rate_high",
                        "The upper end of its 95 % interval.",
                        row -> row.containment(RateFigure::high)));
    }

    private static List<Column<ChannelMixRow>> times() {
        return List.of(
                Column.real(
                        "seconds_to_conversion_p50",
                        "The median time from the first touchpoint to the first converting one.",
                        row -> row.percentile(row.timesToConversion(), 0.5)),
                Column.real(
                        "seconds_to_conversion_p90",
                        "The time that nine in ten converted journeys do not exceed.",
                        row -> row.percentile(row.timesToConversion(), 0.9)),
                Column.real("seconds_to_conversion_mean", "Their mean.", row -> row.seconds(mean -> mean.mean())),
                Column.real(
                        "seconds_to_conversion_low",
                        "The lower end of the mean's 95 % interval; null where fewer than two customers converted.",
                        row -> row.seconds(mean -> mean.interval().map(Interval::low))),
                Column.real(
                        "seconds_to_conversion_high",
                        "The upper end, likewise.",
                        row -> row.seconds(mean -> mean.interval().map(Interval::high))),
                Column.real(
                        "journey_seconds_p50",
                        "The median time from the first touchpoint to the last so far.",
                        row -> row.percentile(row.journeyTimes(), 0.5)));
    }

    private static List<Column<ChannelMixRow>> worth() {
        return List.of(
                Column.real(
                        "value_mean",
                        "The mean over journeys of the sum of their touchpoints' values, in the log's own unit; a journey"
                                + " without a value counts as 0, a survey's score is no value. Null where none has one.",
                        row -> row.value(mean -> mean.mean())),
                Column.real(
                        "value_low",
                        "The lower end of its 95 % interval; null where there are fewer than two customers.",
                        row -> row.value(mean -> mean.interval().map(Interval::low))),
                Column.real(
                        "value_high",
                        "The upper end, likewise.",
                        row -> row.value(mean -> mean.interval().map(Interval::high))),
                Column.whole(
                        "satisfaction_count",
                        "How many answers to surveys were given in these journeys.",
                        row -> row.count(tally -> tally.satisfaction().count())),
                Column.real(
                        "satisfaction_mean",
                        "The mean of their scores as parts of their scales, 0 to 1; null where there is none.",
                        row -> row.mean(MixTally::satisfaction)),
                Column.real(
                        "satisfaction_low",
                        "The lower end of its 95 % interval; null where fewer than two customers answered.",
                        row -> row.endOfPart(MixTally::satisfaction, Interval::low)),
                Column.real(
                        "satisfaction_high",
                        "The upper end, likewise.",
                        row -> row.endOfPart(MixTally::satisfaction, Interval::high)),
                Column.text(
                        "interval_basis",
                        "What the intervals of shares and rates are worked out on: journeys, their number reduced to the"
                                + " effective one because journeys of one customer resemble each other; where"
                                + " standardised, the intervals of the lengths put together.",
                        row -> row.tally() == null ? STANDARDISED_BASIS : INTERVAL_BASIS));
    }
}
