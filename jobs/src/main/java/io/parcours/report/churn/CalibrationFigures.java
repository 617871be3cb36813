package io.parcours.report.churn;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.chart.LineChart;
import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.chart.LineChart.Join;
import io.parcours.report.chart.LineChart.Point;
import io.parcours.report.chart.LineChart.Series;
import io.parcours.report.data.Estimate;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What was expected of groups of customers, and what came. */
final class CalibrationFigures {
    private static final Source SOURCE = Source.of(
            "churn-calibration",
            "churn_calibration",
            "model",
            "grouping",
            "group",
            "customer_count",
            "expected",
            "actual",
            "actual_low",
            "actual_high",
            "gain");

    private final Words words;

    CalibrationFigures(Words words) {
        this.words = words;
    }

    /** What the words low, medium and high were worth. */
    Figure risks(List<CalibrationGroup> groups) {
        List<Bar> bars = new ArrayList<>();
        for (CalibrationGroup group : groups) {
            Estimate part = group.actualPart();
            bars.add(new Bar(
                    name(group),
                    List.of(new Part(Ink.LOST, part.value(), words.percent(part.value()))),
                    part,
                    words.percent(part.value()),
                    words.say(
                            "churn.calibration.bar",
                            words.percentInterval(part),
                            words.count(group.customers()),
                            words.percent(group.expectedPart())),
                    isFew(group)));
        }
        String title = words.say("churn.calibration.risks");
        return new Figure(
                title,
                words.say("churn.calibration.risks.reading"),
                new Bars(title, List.of(), bars),
                numbers(groups),
                SOURCE);
    }

    /** Expected against actual, group by group. */
    Figure plot(String title, String reading, List<CalibrationGroup> groups) {
        List<Point> points = groups.stream()
                .map(group -> {
                    Estimate part = group.actualPart();
                    return new Point(
                            group.expectedPart(),
                            part.value(),
                            part.hasInterval() ? part.low() : Double.NaN,
                            part.hasInterval() ? part.high() : Double.NaN,
                            words.say(
                                    "churn.calibration.point",
                                    name(group),
                                    words.percent(group.expectedPart()),
                                    words.percent(part.value()),
                                    words.percentInterval(part)),
                            isFew(group));
                })
                .toList();
        boolean isAnyFew = groups.stream().anyMatch(CalibrationFigures::isFew);
        return new Figure(
                title,
                isAnyFew ? reading + " " + words.say("churn.calibration.few") : reading,
                chart(
                        title,
                        words.say("churn.calibration.expected"),
                        words.say("churn.calibration.actual"),
                        new Series(words.say("churn.calibration.groups"), Join.DOTS, points),
                        words.say("churn.calibration.diagonal")),
                numbers(groups),
                SOURCE);
    }

    /** How many of those who left are found by looking at the likeliest first. */
    Figure gains(String title, List<CalibrationGroup> tenths) {
        double total = tenths.stream().mapToLong(CalibrationGroup::customers).sum();
        List<Point> points = new ArrayList<>(List.of(point(0, 0, "")));
        long seen = 0;
        for (CalibrationGroup tenth : tenths) {
            seen += tenth.customers();
            points.add(point(
                    seen / total,
                    tenth.gain(),
                    words.say("churn.gains.point", words.percent(seen / total), words.percent(tenth.gain()))));
        }
        return new Figure(
                title,
                words.say("churn.gains.reading"),
                chart(
                        title,
                        words.say("churn.gains.across"),
                        words.say("churn.gains.up"),
                        new Series(words.say("churn.gains.series"), Join.STRAIGHT, points),
                        words.say("churn.gains.chance")),
                numbers(tenths),
                SOURCE);
    }

    private Drawing chart(String summary, String across, String up, Series series, String diagonal) {
        List<Double> ticks = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
        Series guide = new Series(diagonal, Join.GUIDE, List.of(point(0, 0, ""), point(1, 1, "")));
        return new LineChart(
                        summary,
                        new Axis(across, 0, 1, ticks, part -> words.percent(part)),
                        new Axis(up, 0, 1, ticks, part -> words.percent(part)),
                        List.of(series, guide))
                .draw();
    }

    private static Point point(double x, double y, String title) {
        return new Point(x, y, Double.NaN, Double.NaN, title, false);
    }

    /** The groups as a table. */
    Numbers numbers(List<CalibrationGroup> groups) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.calibration.group"))
                .number(words.say("churn.customers"))
                .number(words.say("churn.calibration.expected.sum"))
                .number(words.say("churn.calibration.actual.sum"))
                .number(words.say("churn.interval"));
        boolean hasGains = groups.stream().anyMatch(group -> group.gain() != null);
        if (hasGains) {
            numbers.number(words.say("churn.gains.up"));
        }
        for (CalibrationGroup group : groups) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(name(group)));
            cells.add(customers(group));
            cells.add(Cell.number(words.number(group.expected(), 1), group.expected()));
            cells.add(ChurnCells.count(words, (long) group.actual().value()));
            cells.add(interval(group.actual()));
            if (hasGains) {
                cells.add(ChurnCells.percent(words, group.gain()));
            }
            numbers.row(cells.toArray(Cell[]::new));
        }
        return numbers.build();
    }

    private Cell customers(CalibrationGroup group) {
        Cell count = ChurnCells.count(words, group.customers());
        return isFew(group) ? count.few() : count;
    }

    private static boolean isFew(CalibrationGroup group) {
        return group.customers() < ReportContext.FEW;
    }

    private Cell interval(Estimate counts) {
        return counts.hasInterval()
                ? Cell.number(
                        words.say("page.interval", words.number(counts.low(), 1), words.number(counts.high(), 1)),
                        counts.low())
                : Cell.missing();
    }

    private String name(CalibrationGroup group) {
        return switch (group.grouping()) {
            case "risk" -> words.name("churn.risk", group.group());
            case "state" -> words.name("churn.state", group.group());
            case "tenth" -> words.say("churn.tenth", group.group());
            default -> group.group();
        };
    }
}
