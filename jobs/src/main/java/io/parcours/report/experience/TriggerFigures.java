package io.parcours.report.experience;

import io.parcours.report.chart.DotAxis;
import io.parcours.report.chart.Dots;
import io.parcours.report.chart.Dots.Dot;
import io.parcours.report.chart.Dots.DotRow;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Draws firings: how many are due, cancelled and pending, and how many converted after that. */
final class TriggerFigures {
    private static final String TABLE = "trigger_summary";

    private final Words words;
    private final FigureCells cells;
    private final Function<Row, String> name;
    private final String head;

    /**
     * @param name what a row is called
     * @param head what such names are
     */
    TriggerFigures(Words words, Function<Row, String> name, String head) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.name = name;
        this.head = head;
    }

    /** The figures of some rows, of which there are more in the table. */
    List<Block> of(String title, List<Row> rows, long all) {
        String remark = rows.size() < all
                ? words.say("experience.cut.frequent", words.count(rows.size()), words.count(all), TABLE)
                : "";
        List<Block> blocks = new ArrayList<>();
        blocks.add(states(title, rows, remark));
        if (rows.stream()
                .anyMatch(
                        row -> !row.isMissing("due_conversion_rate") || !row.isMissing("cancelled_conversion_rate"))) {
            blocks.add(conversions(rows, remark));
        }
        return blocks;
    }

    private Figure states(String title, List<Row> rows, String remark) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(head)
                .number(words.say("experience.trigger.firings"))
                .number(words.say("experience.customers"))
                .number(words.say("experience.trigger.cancelled"))
                .number(words.say("experience.trigger.due"))
                .number(words.say("experience.trigger.pending"))
                .number(words.say("experience.trigger.mature"))
                .number(words.say("experience.trigger.rate"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.trigger.seconds"));
        List<Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            bars.add(states(row));
            numbers.row(
                    cells.name(name.apply(row)),
                    cells.count(row.whole("firing_count")),
                    cells.count(row.whole("customer_count")),
                    cells.count(row.whole("cancelled_count")),
                    cells.count(row.whole("due_count")),
                    cells.count(row.whole("pending_count")),
                    cells.count(row.whole("mature_count")),
                    cells.marked(cells.percent(row.number("cancelled_rate")), row.whole("mature_count")),
                    cells.percentInterval(row.estimate("cancelled_rate")),
                    cells.duration(row.number("seconds_to_cancel_p50")));
        }
        List<Legend> legend = List.of(
                new Legend(Ink.REACHED, words.say("experience.trigger.cancelled")),
                new Legend(Ink.SECOND, words.say("experience.trigger.due")),
                new Legend(Ink.PROGRESS, words.say("experience.trigger.pending")));
        return new Figure(
                title,
                words.say("experience.trigger.reading"),
                new Bars(title, legend, bars),
                numbers.remark(remark).build(),
                Source.of("triggers", TABLE, "cancelled_count", "due_count", "pending_count", "cancelled_rate"));
    }

    private Bar states(Row row) {
        return new Bar(
                name.apply(row),
                List.of(
                        part(Ink.REACHED, "cancelled", row),
                        part(Ink.SECOND, "due", row),
                        part(Ink.PROGRESS, "pending", row)),
                null,
                words.say(
                        "experience.trigger.counts",
                        words.count(row.whole("cancelled_count")),
                        words.count(row.whole("due_count")),
                        words.count(row.whole("pending_count"))),
                row.isMissing("cancelled_rate")
                        ? ""
                        : words.say(
                                "experience.trigger.in_time", cells.percentWithRange(row.estimate("cancelled_rate"))),
                row.whole("mature_count") < ReportContext.FEW);
    }

    private Part part(Ink ink, String state, Row row) {
        long count = row.whole(state + "_count");
        return new Part(
                ink,
                count / (double) Math.max(1, row.whole("firing_count")),
                words.say("experience.trigger." + state) + ": " + words.count(count));
    }

    private Figure conversions(List<Row> rows, String remark) {
        Numbers.Builder numbers = new Numbers.Builder().text(head);
        for (String state : List.of("due", "cancelled")) {
            numbers.number(words.say("experience.trigger." + state))
                    .number(words.say("experience.trigger.converted"))
                    .number(words.say("experience.rate"))
                    .number(words.say("experience.interval"))
                    .number(words.say("experience.trigger.median"));
        }
        List<DotRow> dots = new ArrayList<>();
        for (Row row : rows) {
            dots.add(conversions(row));
            List<Cell> line = new ArrayList<>(List.of(cells.name(name.apply(row))));
            for (String state : List.of("due", "cancelled")) {
                line.add(cells.count(row.whole(state + "_count")));
                line.add(cells.count(row.whole(state + "_converted_count")));
                line.add(cells.marked(
                        cells.percent(row.number(state + "_conversion_rate")), row.whole(state + "_count")));
                line.add(cells.percentInterval(row.estimate(state + "_conversion_rate")));
                line.add(cells.duration(row.number(state + "_seconds_to_conversion_p50")));
            }
            numbers.row(line.toArray(Cell[]::new));
        }
        String title = words.say("experience.trigger.after");
        List<Legend> legend = List.of(
                new Legend(Ink.SECOND, words.say("experience.trigger.after.due")),
                new Legend(Ink.FIRST, words.say("experience.trigger.after.cancelled")));
        return new Figure(
                title,
                words.say("experience.trigger.after.reading"),
                new Dots(title, legend, DotAxis.parts(words.say("experience.trigger.axis"), words), dots),
                numbers.remark(remark).build(),
                Source.of("triggers_after", TABLE, "due_conversion_rate", "cancelled_conversion_rate"));
    }

    private DotRow conversions(Row row) {
        List<Dot> dots = new ArrayList<>();
        dot(row, "due", Ink.SECOND, dots);
        dot(row, "cancelled", Ink.FIRST, dots);
        Estimate due = row.estimate("due_conversion_rate");
        return new DotRow(
                name.apply(row),
                dots,
                due == null ? words.missing() : words.percent(due.value()),
                due == null
                        ? ""
                        : words.say(
                                "experience.trigger.of_due",
                                words.percentInterval(due),
                                words.count(row.whole("due_count"))));
    }

    private void dot(Row row, String state, Ink ink, List<Dot> dots) {
        Estimate rate = row.estimate(state + "_conversion_rate");
        if (rate != null) {
            dots.add(new Dot(
                    ink,
                    rate,
                    words.say("experience.trigger.after." + state) + ": " + cells.percentWithRange(rate),
                    row.whole(state + "_count") < ReportContext.FEW));
        }
    }
}
