package io.parcours.report.experience;

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

/** Draws how journeys leave the expected stages: in the time allowed or late, and after how long. */
final class StageTimeFigures {
    private static final String TABLE = "stage_times";

    private final Words words;
    private final FigureCells cells;

    StageTimeFigures(Words words) {
        this.words = words;
        this.cells = new FigureCells(words);
    }

    /** What became of the journeys of each stage, and where times are allowed whether they were kept. */
    List<Block> of(List<Row> stages) {
        List<Block> blocks = new ArrayList<>();
        List<Row> allowed =
                stages.stream().filter(row -> !row.isMissing("allowed_seconds")).toList();
        if (!allowed.isEmpty()) {
            blocks.add(allowed(allowed));
        }
        blocks.add(fates(stages));
        return blocks;
    }

    private Figure allowed(List<Row> stages) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("experience.stage"))
                .number(words.say("experience.allowed"))
                .number(words.say("experience.allowed.within"))
                .number(words.say("experience.allowed.late"))
                .number(words.say("experience.allowed.undecided"))
                .number(words.say("experience.allowed.rate"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.allowed.mature"));
        List<Bar> bars = new ArrayList<>();
        for (Row row : stages) {
            bars.add(allowed(row));
            numbers.row(
                    cells.name(row.text("stage")),
                    cells.duration(row.number("allowed_seconds")),
                    cells.count(row.whole("within_count")),
                    cells.count(row.whole("late_count")),
                    cells.count(row.whole("undecided_count")),
                    cells.marked(cells.percent(row.number("late_rate")), row.whole("mature_count")),
                    cells.percentInterval(row.estimate("late_rate")),
                    cells.count(row.whole("mature_count")));
        }
        String title = words.say("experience.allowed.title");
        List<Legend> legend = List.of(
                new Legend(Ink.REACHED, words.say("experience.allowed.within")),
                new Legend(Ink.LOST, words.say("experience.allowed.late")),
                new Legend(Ink.PROGRESS, words.say("experience.allowed.undecided")));
        return new Figure(
                title,
                words.say("experience.allowed.reading"),
                new Bars(title, legend, bars),
                numbers.build(),
                Source.of("stage_times", TABLE, "within_count", "late_count", "undecided_count", "late_rate"));
    }

    private Bar allowed(Row row) {
        Estimate late = row.estimate("late_rate");
        return new Bar(
                words.say(
                        "experience.allowed.label",
                        FigureCells.brief(row.text("stage")),
                        words.duration(row.number("allowed_seconds"))),
                List.of(
                        part(Ink.REACHED, "experience.allowed.within", row, "within_count"),
                        part(Ink.LOST, "experience.allowed.late", row, "late_count"),
                        part(Ink.PROGRESS, "experience.allowed.undecided", row, "undecided_count")),
                null,
                late == null ? words.missing() : words.say("experience.allowed.value", words.percent(late.value())),
                late == null
                        ? ""
                        : words.say(
                                "experience.interval_of",
                                words.percentInterval(late),
                                words.count(row.whole("mature_count"))),
                row.whole("mature_count") < ReportContext.FEW);
    }

    private Part part(Ink ink, String key, Row row, String column) {
        long count = row.whole(column);
        return new Part(
                ink,
                count / (double) Math.max(1, row.whole("journey_count")),
                words.say(key) + ": " + words.count(count));
    }

    private Figure fates(List<Row> stages) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("experience.stage"))
                .number(words.say("experience.journeys"))
                .number(words.say("experience.stage.left"))
                .number(words.say("experience.stage.stopped"))
                .number(words.say("experience.in_progress"))
                .number(words.say("experience.stage.median"))
                .number(words.say("experience.stage.p90"))
                .number(words.say("experience.stage.km"))
                .number(words.say("experience.stage.waiting"));
        List<Bar> bars = new ArrayList<>();
        for (Row row : stages) {
            if (!row.isMissing("left_count")) {
                bars.add(fate(row));
            }
            boolean isLast = row.isMissing("left_count");
            numbers.row(
                    cells.name(row.text("stage")),
                    cells.count(row.whole("journey_count")),
                    isLast ? Cell.missing() : cells.count(row.whole("left_count")),
                    isLast ? Cell.missing() : cells.count(row.whole("stopped_count")),
                    isLast ? Cell.missing() : cells.count(row.whole("in_progress_count")),
                    cells.duration(row.number("seconds_p50")),
                    cells.duration(row.number("seconds_p90")),
                    cells.duration(row.number("seconds_km_p50")),
                    cells.duration(row.number("waiting_seconds_p50")));
        }
        String title = words.say("experience.stage.title");
        List<Legend> legend = List.of(
                new Legend(Ink.REACHED, words.say("experience.stage.left")),
                new Legend(Ink.LOST, words.say("experience.stage.stopped")),
                new Legend(Ink.PROGRESS, words.say("experience.in_progress")));
        return new Figure(
                title,
                words.say("experience.stage.reading"),
                new Bars(title, legend, bars),
                numbers.build(),
                Source.of("stage_times", TABLE, "left_count", "stopped_count", "in_progress_count", "seconds_p50"));
    }

    private Bar fate(Row row) {
        Double median = row.number("seconds_p50");
        return new Bar(
                row.text("stage"),
                List.of(
                        part(Ink.REACHED, "experience.stage.left", row, "left_count"),
                        part(Ink.LOST, "experience.stage.stopped", row, "stopped_count"),
                        part(Ink.PROGRESS, "experience.in_progress", row, "in_progress_count")),
                null,
                words.say(
                        "experience.of", words.count(row.whole("left_count")), words.count(row.whole("journey_count"))),
                median == null ? "" : words.say("experience.stage.after", words.duration(median)),
                row.whole("journey_count") < ReportContext.FEW);
    }
}
