package io.parcours.attribution;

import io.parcours.stats.Interval;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;
import java.util.function.Function;

/** The table {@code attribution}: what is credited and models in the order of the map, then the names with the most. */
final class AttributionReport {
    private static final String LOW =
            "The lower end of its 95 % interval, by drawing customers anew; null where the map"
                    + " asks for no replicates, where all customers fall into one group, or the note tells why.";
    private static final String HIGH = "The upper end of that interval.";

    static final ReportTable<AttributionRow> TABLE = new ReportTable<>(
            "attribution",
            "what a model credits a channel, event or dimension value with",
            List.of(
                    Column.text("by", "What is credited: channel, event, or a dimension.", AttributionRow::by),
                    Column.text(
                            "model",
                            "first, last, linear, position, time_decay, markov or shapley; docs/attribution.md defines"
                                    + " them.",
                            AttributionRow::model),
                    Column.text(
                            "name",
                            "The channel, event or value; (none) where touches have none, (unattributed) for conversions"
                                    + " without a touch in the lookback, (other) for all names beyond the 1,000 with the"
                                    + " most touches.",
                            AttributionRow::name),
                    Column.real(
                            "credit_conversions",
                            "The conversions credited. Over the names of a model they add up to all conversions. Null"
                                    + " where there is no model, see note.",
                            AttributionRow::conversions),
                    Column.real("credit_conversions_low", LOW, row -> low(row.conversionsInterval())),
                    Column.real("credit_conversions_high", HIGH, row -> high(row.conversionsInterval())),
                    Column.real(
                            "credit_share",
                            "credit_conversions as a part of all conversions; null where there are none.",
                            AttributionRow::share),
                    Column.real("credit_share_low", LOW, row -> low(row.shareInterval())),
                    Column.real("credit_share_high", HIGH, row -> high(row.shareInterval())),
                    Column.real(
                            "credit_value",
                            "The value of conversions credited. Over the names of a model it adds up to the value of all"
                                    + " conversions; null where no conversion has a value.",
                            AttributionRow::value),
                    Column.real("credit_value_low", LOW, row -> low(row.valueInterval())),
                    Column.real("credit_value_high", HIGH, row -> high(row.valueInterval())),
                    Column.real(
                            "removal_effect",
                            "The part of conversions that the Markov chain loses without the name; null in other models"
                                    + " and for (other).",
                            AttributionRow::removalEffect),
                    Column.whole(
                            "touch_count",
                            "All touches with this name, whether or not they count for a conversion; null for"
                                    + " (unattributed).",
                            AttributionRow::touches),
                    Column.whole(
                            "customer_count",
                            "The customers with such a touch; null for (unattributed) and (other).",
                            AttributionRow::customers),
                    Column.real(
                            "cost",
                            "The cost of the channel over the time that the log covers; null where none is given.",
                            AttributionRow::cost),
                    Column.real(
                            "cost_per_conversion",
                            "cost / credit_conversions; null without a cost or a credit.",
                            AttributionRow::costPerConversion),
                    Column.real(
                            "return_on_cost",
                            "credit_value / cost; null without a cost.",
                            AttributionRow::returnOnCost),
                    Column.text("note", "Why a figure is missing; mostly null.", AttributionRow::note)));

    private AttributionReport() {}

    private static Double low(Interval interval) {
        return end(interval, Interval::low);
    }

    private static Double high(Interval interval) {
        return end(interval, Interval::high);
    }

    private static Double end(Interval interval, Function<Interval, Double> end) {
        return interval == null ? null : end.apply(interval);
    }
}
