package io.parcours.segment;

import io.parcours.stats.ExactMean;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code segments}: the map's segments in its order, then the customers of none. */
final class SegmentsReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "segments",
            "a segment of customers, as of the report",
            List.of(
                    Column.text(
                            "segment", "The segment's name; \"(none)\" for the customers of no segment.", Row::segment),
                    Column.whole(
                            "customer_count",
                            "How many customers belong to it. With segment_match: all a customer may count in several"
                                    + " rows.",
                            row -> row.share.successes()),
                    Column.whole(
                            "overlap_count",
                            "How many of them belong to another segment, too; 0 with segment_match: first.",
                            Row::overlapping),
                    Column.real(
                            "customer_share",
                            "customer_count as a part of all customers; null where there are none.",
                            row -> row.share.rate().orElse(null)),
                    Column.real(
                            "customer_share_low",
                            "The lower end of its 95 % Wilson interval.",
                            row -> low(row.share.interval().orElse(null))),
                    Column.real(
                            "customer_share_high",
                            "The upper end of its 95 % Wilson interval.",
                            row -> high(row.share.interval().orElse(null))),
                    Column.whole("journey_count", "How many journeys they made.", Row::journeys),
                    Column.whole(
                            "converted_count",
                            "How many of the journeys converted, open ones included.",
                            Row::converted),
                    Column.real(
                            "conversion_rate",
                            "converted_count / journey_count; null without journeys. Where the segment's condition looks at"
                                    + " conversions, the rate says what the condition says.",
                            Row::conversionRate),
                    Column.real(
                            "conversion_rate_low",
                            "The lower end of its 95 % interval, widened for the journeys of one customer.",
                            row -> low(row.conversionInterval)),
                    Column.real(
                            "conversion_rate_high",
                            "The upper end of its 95 % interval.",
                            row -> high(row.conversionInterval)),
                    Column.real(
                            "value",
                            "The sum of the values of all their touchpoints; null where none has a value.",
                            Row::value),
                    Column.real(
                            "value_mean",
                            "value / customer_count: a customer without values counts as 0; null where value is.",
                            Row::valueMean),
                    Column.real(
                            "value_mean_low",
                            "The lower end of its 95 % interval; null below two customers.",
                            row -> low(row.valueInterval)),
                    Column.real(
                            "value_mean_high", "The upper end of its 95 % interval.", row -> high(row.valueInterval)),
                    Column.real(
                            "days_since_last_p50",
                            "The median of the whole local days from a customer's last touchpoint to as_of; null without"
                                    + " customers.",
                            Row::daysSinceLast),
                    Column.whole(
                            "satisfaction_count",
                            "How many answers to surveys they gave; null where the map has no surveys.",
                            Row::answers),
                    Column.real(
                            "satisfaction_mean",
                            "The mean of the answers' scores as parts of their scale, 0 to 1; null without answers.",
                            Row::satisfaction),
                    Column.real(
                            "satisfaction_mean_low",
                            "The lower end of its 95 % interval, widened for the answers of one customer; null below two"
                                    + " customers with answers.",
                            row -> low(row.satisfactionInterval)),
                    Column.real(
                            "satisfaction_mean_high",
                            "The upper end of its 95 % interval.",
                            row -> high(row.satisfactionInterval))));

    private SegmentsReport() {}

    /**
     * A segment.
     *
     * @param segment its name
     * @param share its customers of all
     * @param overlapping those in another segment, too
     * @param journeys their journeys
     * @param converted the converted ones
     * @param conversionRate null without journeys
     * @param conversionInterval null likewise
     * @param value null where no touchpoint has a value
     * @param valueMean null likewise
     * @param valueInterval null likewise, and below two customers
     * @param daysSinceLast the median; null without customers
     * @param answers how many answers; null where there are no surveys
     * @param satisfaction null without answers
     * @param satisfactionInterval null below two customers with answers
     */
    record Row(
            String segment,
            Proportion share,
            long overlapping,
            long journeys,
            long converted,
            Double conversionRate,
            Interval conversionInterval,
            Double value,
            Double valueMean,
            Interval valueInterval,
            Double daysSinceLast,
            Long answers,
            Double satisfaction,
            Interval satisfactionInterval) {}

    static TableContent<Row> of(List<String> names, SegmentCounts counts) {
        List<Row> rows = new ArrayList<>();
        for (int segment = 0; segment <= names.size(); segment++) {
            rows.add(row(segment == names.size() ? Labels.NONE : names.get(segment), segment, counts));
        }
        return new TableContent<>(TABLE, rows);
    }

    private static Row row(String name, int segment, SegmentCounts counts) {
        SegmentTally tally = counts.tallies().get(segment);
        Optional<ExactMean> values =
                tally.value().count() == 0 ? Optional.empty() : Optional.of(tally.valueOfCustomer());
        return new Row(
                name,
                new Proportion(tally.customers(), counts.customers()),
                tally.overlapping(),
                tally.conversions().trials(),
                tally.conversions().successes(),
                tally.conversions().rate().orElse(null),
                tally.conversions().interval().orElse(null),
                tally.value().value().orElse(null),
                values.flatMap(ExactMean::mean).orElse(null),
                values.flatMap(ExactMean::interval).orElse(null),
                counts.daysSinceLast(segment).percentile(0.5).orElse(null),
                counts.hasSurveys() ? (Long) tally.satisfaction().count() : null,
                tally.satisfaction().mean().orElse(null),
                tally.satisfaction().intervalWithin(0, 1).orElse(null));
    }

    private static Double low(Interval interval) {
        return interval == null ? null : (Double) interval.low();
    }

    private static Double high(Interval interval) {
        return interval == null ? null : (Double) interval.high();
    }
}
