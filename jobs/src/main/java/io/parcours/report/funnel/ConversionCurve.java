package io.parcours.report.funnel;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Drawing.Mark;
import io.parcours.report.chart.Ink;
import io.parcours.report.chart.LineChart;
import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.chart.LineChart.Join;
import io.parcours.report.chart.LineChart.Point;
import io.parcours.report.chart.LineChart.Series;
import io.parcours.report.chart.Plane;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Tile;
import io.parcours.report.page.Block.Tiles;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The part of those who entered that has converted by a time: 1 less the Kaplan-Meier curve of a funnel. */
final class ConversionCurve {
    /** A step lower than this cannot be seen. */
    private static final double LEAST_STEP = 0.004;

    private static final int MOST_ROWS = 24;
    private static final int MOST_TILES = 5;
    private static final int AT_RISK_PLACES = 7;
    private static final double AT_RISK_APART = 56;
    private static final int AT_RISK_HEIGHT = 20;

    private final Words words;
    private final FunnelFacts funnel;
    private final List<Row> rows;
    private final TimeAxis axis;

    private ConversionCurve(Words words, FunnelFacts funnel, List<Row> rows) {
        this.words = words;
        this.funnel = funnel;
        this.rows = rows;
        double last = rows.get(rows.size() - 1).number("time");
        double first = rows.stream()
                .mapToDouble(row -> row.number("time"))
                .filter(time -> time > 0)
                .findFirst()
                .orElse(1);
        this.axis = new TimeAxis(first, Math.max(last, windowSeconds()));
    }

    /** Figures for round times and the curve; nothing where the table has no curve with an event. */
    static List<Block> of(Words words, FunnelFacts funnel, List<Row> rows) {
        if (rows.isEmpty() || rows.stream().noneMatch(row -> row.whole("events") > 0)) {
            return List.of();
        }
        ConversionCurve curve = new ConversionCurve(words, funnel, rows);
        return List.of(new Tiles(curve.tiles()), curve.figure());
    }

    private double windowSeconds() {
        return funnel.rules()
                .flatMap(rules -> rules.windowIfAny())
                .map(window -> window.toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** The latest row up to a time: the curve holds its value until the next. */
    private Row at(double seconds) {
        Row latest = rows.get(0);
        for (Row row : rows) {
            if (row.number("time") > seconds) {
                return latest;
            }
            latest = row;
        }
        return latest;
    }

    private static double converted(Row row) {
        return 1 - row.number("survival");
    }

    /** The interval of the part that has converted, its ends those of survival in turn. */
    private static Estimate estimate(Row row) {
        return row.isMissing("low") || row.isMissing("high")
                ? new Estimate(converted(row), null, null)
                : new Estimate(converted(row), 1 - row.number("high"), 1 - row.number("low"));
    }

    private List<Tile> tiles() {
        double end = Math.max(rows.get(rows.size() - 1).number("time"), windowSeconds());
        List<Double> rounds = axis.rounds().stream()
                .filter(round -> round <= end && at(round).number("survival") < 1)
                .toList();
        List<Tile> tiles = new ArrayList<>();
        for (double round : rounds.subList(Math.max(0, rounds.size() - MOST_TILES), rounds.size())) {
            Estimate estimate = estimate(at(round));
            tiles.add(new Tile(
                    words.say("timing.within", words.duration(round)),
                    words.percent(estimate.value()),
                    words.percentInterval(estimate)));
        }
        return tiles;
    }

    private Figure figure() {
        String title = words.say("timing.curve", funnel.brief(words, funnel.last()));
        double highest = rows.stream()
                .map(ConversionCurve::estimate)
                .mapToDouble(estimate -> estimate.hasInterval() ? estimate.high() : estimate.value())
                .max()
                .orElse(1);
        LineChart chart = new LineChart(
                title,
                axis.axis(words, words.say("timing.across")),
                Axis.of(words.say("timing.up"), 0, highest <= 0.5 ? Math.max(0.01, highest * 1.1) : 1, words::percent),
                List.of(new Series(
                        words.say("timing.converted"),
                        Join.STEPS,
                        visible().stream().map(this::point).toList())));
        return new Figure(
                title,
                words.say("timing.curve.reading"),
                withAtRisk(chart),
                numbers(),
                Source.of("conversion-curve", "survival", "time", "survival", "low", "high", "at_risk"));
    }

    private Point point(Row row) {
        Estimate estimate = estimate(row);
        return new Point(
                axis.place(row.number("time")),
                estimate.value(),
                estimate.hasInterval() ? estimate.low() : Double.NaN,
                estimate.hasInterval() ? estimate.high() : Double.NaN,
                "",
                false);
    }

    /** The rows at which the curve has moved visibly, the first and the last. */
    private List<Row> visible() {
        List<Row> visible = new ArrayList<>();
        double former = Double.NaN;
        for (int index = 0; index < rows.size(); index++) {
            double now = rows.get(index).number("survival");
            if (index == 0 || index == rows.size() - 1 || former - now >= LEAST_STEP) {
                visible.add(rows.get(index));
                former = now;
            }
        }
        return visible;
    }

    /** The chart with a line of numbers below it: how many were at risk at some of the curve's own times. */
    private Drawing withAtRisk(LineChart chart) {
        Drawing drawing = chart.draw();
        List<Mark> marks = new ArrayList<>(drawing.marks());
        Plane plane = new Plane();
        double y = drawing.height() + AT_RISK_HEIGHT - 8.0;
        plane.text(Ink.FAINT, 2, drawing.height() - 6.0, Anchor.START, words.say("timing.at-risk"));
        double apart = (double) drawing.width() / AT_RISK_PLACES;
        double free = 0;
        for (Row row : rows) {
            double x = chart.place(axis.place(row.number("time")));
            String text = words.count(row.whole("at_risk"));
            double half = TextFit.width(text, Plane.LETTERS) / 2;
            if (x - half >= free) {
                plane.text(Ink.AXIS, Math.min(x, drawing.width() - 2 - half), y, Anchor.MIDDLE, text);
                free = x + Math.max(apart, AT_RISK_APART) - half;
            }
        }
        marks.addAll(plane.marks());
        return new Drawing(
                drawing.summary(), drawing.legend(), drawing.width(), drawing.height() + AT_RISK_HEIGHT, marks);
    }

    private Numbers numbers() {
        Numbers.Builder numbers = new Numbers.Builder()
                .number(words.say("timing.time"))
                .number(words.say("timing.converted"))
                .number(words.say("funnels.interval"))
                .number(words.say("timing.at-risk.head"));
        int every = Math.max(1, (int) Math.ceil((double) rows.size() / MOST_ROWS));
        int shown = 0;
        for (int index = 0; index < rows.size(); index++) {
            if (index % every == 0 || index == rows.size() - 1) {
                Row row = rows.get(index);
                numbers.row(
                        FunnelCells.duration(words, row.number("time")),
                        FunnelCells.percent(words, converted(row), row.whole("at_risk")),
                        Cell.interval(words, estimate(row)),
                        FunnelCells.count(words, row.whole("at_risk")));
                shown++;
            }
        }
        return numbers.remark(words.say("timing.curve.remark", words.count(shown), words.count(rows.size())))
                .build();
    }
}
