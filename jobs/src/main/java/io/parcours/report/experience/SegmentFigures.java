package io.parcours.report.experience;

import io.parcours.report.chart.Dots;
import io.parcours.report.chart.Dots.Dot;
import io.parcours.report.chart.Dots.DotRow;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Draws segments: their sizes, and what they are compared by. */
final class SegmentFigures {
    private static final String TABLE = "segments";

    private final Words words;
    private final FigureCells cells;
    private final List<Row> rows;
    private final Numbers numbers;

    /**
     * @param rows the segments that are shown
     * @param all how many there are
     */
    SegmentFigures(Words words, List<Row> rows, long all) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.rows = List.copyOf(rows);
        this.numbers = numbers(all);
    }

    private String name(Row row) {
        return cells.value(row.text("segment"));
    }

    Figure sizes() {
        List<Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            Estimate share = row.estimate("customer_share");
            long customers = row.whole("customer_count");
            bars.add(new Bar(
                    name(row),
                    List.of(new Part(
                            Ink.FIRST,
                            share == null ? 0 : share.value(),
                            words.say("experience.of_customers", customers, words.count(customers)))),
                    share,
                    share == null ? words.missing() : words.percent(share.value()),
                    words.say("experience.of_customers", customers, words.count(customers)),
                    customers < ReportContext.FEW));
        }
        String title = words.say("experience.segment.sizes");
        return new Figure(
                title,
                words.say("experience.segment.sizes.reading"),
                new Bars(title, List.of(), bars),
                numbers,
                Source.of("segments", TABLE, "segment", "customer_count", "customer_share"));
    }

    Figure of(SegmentMeasure measure) {
        List<Estimate> estimates = rows.stream()
                .map(row -> row.estimate(measure.column()))
                .filter(Objects::nonNull)
                .toList();
        List<DotRow> dots = rows.stream().map(row -> row(measure, row)).toList();
        String title = words.say(measure.key("title"));
        return new Figure(
                title,
                words.say(measure.key("reading")),
                new Dots(title, List.of(), measure.axis(words, estimates), dots),
                numbers,
                Source.of("segments", TABLE, measure.column(), measure.base()));
    }

    private DotRow row(SegmentMeasure measure, Row row) {
        Estimate estimate = row.estimate(measure.column());
        if (estimate == null) {
            return new DotRow(name(row), List.of(), words.missing(), "");
        }
        long base = row.whole(measure.base());
        String figure = cells.withRange(estimate, value -> measure.write(words, value));
        return new DotRow(
                name(row),
                List.of(new Dot(Ink.FIRST, estimate, figure, base < ReportContext.FEW)),
                figure,
                words.say(measure.key("base"), base, words.count(base)));
    }

    private Numbers numbers(long all) {
        Numbers.Builder builder = new Numbers.Builder()
                .text(words.say("experience.segment.segment"))
                .number(words.say("experience.customers"))
                .number(words.say("experience.share"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.journeys"))
                .number(words.say("experience.segment.conversion_rate.name"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.segment.value_mean.name"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.segment.silence"))
                .number(words.say("experience.segment.satisfaction_mean.name"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.answers"));
        for (Row row : rows) {
            builder.row(
                    cells.name(name(row)),
                    cells.count(row.whole("customer_count")),
                    cells.marked(cells.percent(row.number("customer_share")), row.whole("customer_count")),
                    cells.percentInterval(row.estimate("customer_share")),
                    cells.count(row.whole("journey_count")),
                    cells.marked(cells.percent(row.number("conversion_rate")), row.whole("journey_count")),
                    cells.percentInterval(row.estimate("conversion_rate")),
                    cells.marked(cells.number(row.number("value_mean")), row.whole("customer_count")),
                    cells.numberInterval(row.estimate("value_mean")),
                    cells.number(row.number("days_since_last_p50")),
                    cells.marked(cells.number(row.number("satisfaction_mean")), row.whole("satisfaction_count")),
                    cells.numberInterval(row.estimate("satisfaction_mean")),
                    cells.count(row.whole("satisfaction_count")));
        }
        return builder.remark(
                        rows.size() < all
                                ? words.say("experience.cut", words.count(rows.size()), words.count(all), TABLE)
                                : "")
                .build();
    }
}
