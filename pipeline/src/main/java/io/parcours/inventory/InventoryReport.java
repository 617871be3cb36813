package io.parcours.inventory;

import io.parcours.journey.BoundedNames;
import io.parcours.journey.BreakdownGroups;
import io.parcours.stats.Interval;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The table {@code touchpoint_inventory}: by breakdown as the map lists them and value, the most frequent first, then by
 * channel, stage and event; what was not kept apart last.
 */
final class InventoryReport {
    static final String INTERVAL_BASIS = "wilson_clustered_by_customer";

    static final ReportTable<InventoryRow> TABLE = new ReportTable<>(
            "touchpoint_inventory",
            "a channel, stage and event that touchpoints have, among the touchpoints of one breakdown value",
            List.of(
                    Column.text(
                            "breakdown",
                            "all: every touchpoint; otherwise the dimension counted by.",
                            InventoryRow::breakdown),
                    Column.text(
                            "breakdown_value",
                            "The dimension's value on the touchpoint, (none) where missing; all.",
                            InventoryRow::breakdownValue),
                    Column.text("channel", "The channel, (none) where missing.", InventoryRow::channel),
                    Column.text("stage", "The stage of the lifecycle, (none) where in none.", InventoryRow::stage),
                    Column.text(
                            "event",
                            "The event. Where a log has more than 50,000 triples of channel, stage and event, those with"
                                    + " the shortest names are kept apart; all others are one row with (other) in all three,"
                                    + " in which what does not add up over them is null.",
                            InventoryRow::event),
                    Column.whole(
                            "touchpoint_count",
                            "How many touchpoints.",
                            row -> row.tally().touchpoints()),
                    Column.real(
                            "touchpoint_share",
                            "touchpoint_count as a part of all touchpoints of the breakdown value.",
                            row -> share(row.tally().touchpoints(), row.total().touchpoints())),
                    Column.whole(
                            "customer_count",
                            "How many customers have such a touchpoint.",
                            row -> row.unlessOther(row.tally().customers())),
                    Column.real(
                            "customer_share",
                            "customer_count as a part of all customers with a touchpoint of the breakdown value.",
                            row -> row.isOther()
                                    ? null
                                    : share(row.tally().customers(), row.total().customers())),
                    Column.whole(
                            "session_count",
                            "How many sessions have such a touchpoint.",
                            row -> row.unlessOther(row.tally().sessions())),
                    Column.whole(
                            "journey_count",
                            "How many journeys have such a touchpoint.",
                            row -> row.unlessOther(row.tally().conversions().trials())),
                    Column.whole(
                            "first_touch_count",
                            "How many journeys begin with such a touchpoint.",
                            row -> row.tally().firstTouches()),
                    Column.real(
                            "first_touch_share",
                            "first_touch_count as a part of all journeys that begin with a touchpoint of the breakdown"
                                    + " value; null where none does.",
                            row -> share(row.tally().firstTouches(), row.total().firstTouches())),
                    Column.whole(
                            "last_touch_count",
                            "How many journeys that are over end with such a touchpoint; open ones have no last one yet.",
                            row -> row.tally().lastTouches()),
                    Column.real(
                            "last_touch_share",
                            "last_touch_count as a part of all journeys that are over and end with a touchpoint of the"
                                    + " breakdown value; null where none does.",
                            row -> share(row.tally().lastTouches(), row.total().lastTouches())),
                    Column.whole(
                            "converting_journey_count",
                            "How many journeys that converted, open ones included, have such a touchpoint, before or"
                                    + " after they converted.",
                            row -> row.unlessOther(row.tally().conversions().successes())),
                    Column.real(
                            "converting_share",
                            "converting_journey_count as a part of all journeys that converted and have a touchpoint of"
                                    + " the breakdown value; null where none did.",
                            row -> row.rate(row.tally().converting())),
                    Column.real(
                            "converting_share_low",
                            "The lower end of its 95 % interval.",
                            row -> row.low(row.tally().converting())),
                    Column.real(
                            "converting_share_high",
                            "The upper end of its 95 % interval.",
                            row -> row.high(row.tally().converting())),
                    Column.real(
                            "conversion_rate",
                            "converting_journey_count / journey_count.",
                            row -> row.rate(row.tally().conversions())),
                    Column.real(
                            "conversion_rate_low",
                            "The lower end of its 95 % interval.",
                            row -> row.low(row.tally().conversions())),
                    Column.real(
                            "conversion_rate_high",
                            "The upper end of its 95 % interval.",
                            row -> row.high(row.tally().conversions())),
                    Column.real(
                            "value",
                            "The sum of the values of the touchpoints, in the log's own unit; null where none has a"
                                    + " value.",
                            row -> row.tally().value().value().orElse(null)),
                    Column.whole(
                            "value_count",
                            "How many of the touchpoints have a value.",
                            row -> row.tally().value().count()),
                    Column.real(
                            "value_mean",
                            "value / value_count; null where none has a value.",
                            row -> row.tally()
                                    .value()
                                    .value()
                                    .map(sum -> sum / row.tally().value().count())
                                    .orElse(null)),
                    Column.whole(
                            "satisfaction_count",
                            "How many answers to surveys are about such a touchpoint.",
                            row -> row.tally().satisfaction().count()),
                    Column.real(
                            "satisfaction_mean",
                            "The mean of their scores as parts of their scales, 0 to 1; null where there is none.",
                            row -> row.tally().satisfaction().mean().orElse(null)),
                    Column.real(
                            "satisfaction_low",
                            "The lower end of its 95 % interval, answers of a customer being one cluster; null where"
                                    + " fewer than two customers answered.",
                            row -> row.satisfaction(Interval::low)),
                    Column.real(
                            "satisfaction_high",
                            "The upper end of its 95 % interval, likewise.",
                            row -> row.satisfaction(Interval::high)),
                    Column.text(
                            "interval_basis",
                            "What the intervals of shares and rates are worked out on: journeys, their number reduced to"
                                    + " the effective one because journeys of one customer resemble each other.",
                            row -> INTERVAL_BASIS)));

    private static final Comparator<InventoryRow> ORDER = Comparator.comparing(InventoryRow::isOther)
            .thenComparing(row -> row.tally().touchpoints(), Comparator.reverseOrder())
            .thenComparing(InventoryRow::channel, Utf8Order.COMPARATOR)
            .thenComparing(InventoryRow::stage, Utf8Order.COMPARATOR)
            .thenComparing(InventoryRow::event, Utf8Order.COMPARATOR);

    private InventoryReport() {}

    static TableContent<InventoryRow> of(InventoryCounts counts, List<String> stages) {
        counts.settle();
        InventoryCells cells = counts.cells();
        List<List<InventoryRow>> byGroup = new ArrayList<>();
        counts.groups().inOrder().forEach(group -> byGroup.add(new ArrayList<>()));
        IntStream.range(0, cells.size())
                .forEach(cell -> byGroup.get(cells.group(cell)).add(row(counts, cell, stages)));
        List<InventoryRow> rows = new ArrayList<>();
        for (int group : counts.groups().inOrder()) {
            byGroup.get(group).stream().sorted(ORDER).forEachOrdered(rows::add);
        }
        return new TableContent<>(TABLE, rows);
    }

    private static InventoryRow row(InventoryCounts counts, int cell, List<String> stages) {
        BreakdownGroups groups = counts.groups();
        BoundedNames names = counts.names();
        int group = counts.cells().group(cell);
        int name = counts.cells().name(cell);
        boolean isOther = name == BoundedNames.OTHER;
        int stage = isOther ? -1 : names.third(name);
        return new InventoryRow(
                groups.breakdown(group),
                groups.value(group),
                isOther ? Labels.OTHER : names.first(name),
                isOther ? Labels.OTHER : stage < 0 ? Labels.NONE : stages.get(stage),
                isOther ? Labels.OTHER : names.second(name),
                isOther,
                counts.cells().tally(cell),
                counts.cells().total(group));
    }

    private static Double share(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }
}
