package io.parcours.channel;

import io.parcours.channel.ChannelRules.Kind;
import io.parcours.journey.BoundedNames;
import io.parcours.stats.Durations;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The table {@code channel_switches}: by breakdown as the map lists them and value, the most frequent first, then by the
 * names of the channels; what was not kept apart last.
 */
final class ChannelSwitchesReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "channel_switches",
            "a channel and another that journeys of one breakdown value switch to",
            List.of(
                    Column.text("breakdown", "all: every journey; otherwise the dimension counted by.", Row::breakdown),
                    Column.text(
                            "breakdown_value",
                            "The dimension's value on the journey's first touchpoint, (none) where missing; all.",
                            Row::breakdownValue),
                    Column.text(
                            "from_channel",
                            "The channel of the first of two neighbouring touchpoints of a journey that have different"
                                    + " ones; a missing channel on either side is no switch.",
                            Row::from),
                    Column.text(
                            "to_channel",
                            "The channel of the second. Where a log has more than 10,000 such pairs, those with the"
                                    + " shortest names are kept apart; all others are one row with (other) in both, in"
                                    + " which what does not add up over them is null.",
                            Row::to),
                    Column.text(
                            "from_kind", "online or offline, as the map says; null where it does not.", Row::fromKind),
                    Column.text("to_kind", "Likewise of to_channel.", Row::toKind),
                    Column.whole(
                            "switch_count",
                            "How many switches.",
                            row -> row.tally().switches()),
                    Column.real(
                            "switch_share",
                            "switch_count as a part of all switches of the breakdown value.",
                            row -> (double) row.tally().switches() / row.switchesOfGroup()),
                    Column.whole(
                            "customer_count",
                            "How many customers made them.",
                            row -> row.isOther() ? null : (Long) row.tally().customers()),
                    Column.whole(
                            "journey_count",
                            "In how many journeys.",
                            row -> row.isOther() ? null : (Long) row.tally().journeys()),
                    Column.real(
                            "seconds_p50", "The median time between the two touchpoints.", row -> row.secondsMedian()),
                    Column.real(
                            "seconds_p90",
                            "The time that nine in ten of them do not exceed.",
                            row -> row.secondsNinetieth()),
                    Column.whole(
                            "handover_count",
                            "How many of them are at most handover_window apart.",
                            row -> row.tally().handovers()),
                    Column.whole(
                            "converted_after_count",
                            "After how many of them the journey converts: at the second touchpoint, or later.",
                            row -> row.tally().converted()),
                    Column.real(
                            "conversion_rate",
                            "converted_after_count / switch_count.",
                            row -> (double) row.tally().converted()
                                    / row.tally().switches()),
                    Column.real(
                            "conversion_rate_low",
                            "The lower end of its 95 % interval.",
                            row -> row.end(RateFigure::low)),
                    Column.real(
                            "conversion_rate_high",
                            "The upper end of its 95 % interval.",
                            row -> row.end(RateFigure::high)),
                    Column.text(
                            "interval_basis",
                            "What the interval is worked out on: switches, their number reduced to the effective one"
                                    + " because switches of one customer resemble each other.",
                            row -> ChannelMixColumns.INTERVAL_BASIS)));

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::isOther)
            .thenComparing(row -> row.tally().switches(), Comparator.reverseOrder())
            .thenComparing(Row::from, Utf8Order.COMPARATOR)
            .thenComparing(Row::to, Utf8Order.COMPARATOR);

    private ChannelSwitchesReport() {}

    /** Two channels in one group. */
    record Row(
            String breakdown,
            String breakdownValue,
            String from,
            String to,
            String fromKind,
            String toKind,
            boolean isOther,
            SwitchTally tally,
            long switchesOfGroup,
            Double secondsMedian,
            Double secondsNinetieth) {

        private Double end(ToDoubleFunction<RateFigure> end) {
            return RateFigure.of(tally.conversions()).map(end::applyAsDouble).orElse(null);
        }
    }

    static TableContent<Row> of(ChannelCounts counts, ChannelRules rules) {
        SwitchCells cells = counts.switches();
        long[] ofGroup = new long[counts.groups().count()];
        List<List<Row>> rowsOfGroup = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            ofGroup[cells.group(cell)] += cells.tally(cell).switches();
        }
        for (int group = 0; group < ofGroup.length; group++) {
            rowsOfGroup.add(new ArrayList<>());
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            rowsOfGroup.get(cells.group(cell)).add(row(counts, rules, cell, ofGroup[cells.group(cell)]));
        }
        List<Row> rows = new ArrayList<>();
        for (int group : counts.groups().inOrder()) {
            rowsOfGroup.get(group).stream().sorted(ORDER).forEachOrdered(rows::add);
        }
        return new TableContent<>(TABLE, rows);
    }

    private static Row row(ChannelCounts counts, ChannelRules rules, int cell, long switchesOfGroup) {
        SwitchCells cells = counts.switches();
        int channels = cells.channels(cell);
        boolean isOther = channels == BoundedNames.OTHER;
        String from = isOther ? Labels.OTHER : counts.channels().first(channels);
        String to = isOther ? Labels.OTHER : counts.channels().second(channels);
        Durations durations = cells.durations(cell);
        return new Row(
                counts.groups().breakdown(cells.group(cell)),
                counts.groups().value(cells.group(cell)),
                from,
                to,
                isOther ? null : kind(rules, from),
                isOther ? null : kind(rules, to),
                isOther,
                cells.tally(cell),
                switchesOfGroup,
                durations.percentile(0.5).orElse(null),
                durations.percentile(0.9).orElse(null));
    }

    private static String kind(ChannelRules rules, String channel) {
        return Optional.ofNullable(rules.kinds().get(channel))
                .map(Kind::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
