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

/** Draws a survey's groups: its figure as dots on its scale, and of which scores it is made. */
final class SurveyFigures {
    private final Words words;
    private final FigureCells cells;
    private final SurveyScale scale;
    private final Row all;

    /**
     * @param scale what the survey's figure is
     * @param all the row of all its answers
     */
    SurveyFigures(Words words, SurveyScale scale, Row all) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.scale = scale;
        this.all = all;
    }

    /** Both figures of a level. */
    List<Block> of(String level, SurveyLevels.Level group) {
        List<Row> rows = new ArrayList<>();
        rows.add(all);
        rows.addAll(group.rows());
        String shown = cells.level(level);
        String remark = group.rows().size() < group.count()
                ? words.say(
                        "experience.cut.frequent",
                        words.count(group.rows().size()),
                        words.count(group.count()),
                        "satisfaction")
                : "";
        return List.of(metric(shown, rows, remark), bands(shown, rows, remark));
    }

    private Figure metric(String level, List<Row> rows, String remark) {
        DotAxis axis = scale.axis();
        Estimate whole = all.estimate("metric");
        String title = words.say("experience.survey.by", scale.metric(), level);
        return new Figure(
                title,
                words.say("experience.survey.by.reading"),
                new Dots(
                        title,
                        List.of(),
                        whole == null ? axis : axis.withReference(whole.value()),
                        rows.stream().map(this::row).toList()),
                metricNumbers(level, rows, remark),
                Source.of("satisfaction_" + scale.rule(), "satisfaction", "metric", "answer_count", "answer_rate"));
    }

    private String name(Row row) {
        return row == all ? words.say("experience.survey.everything") : cells.value(row.text("name"));
    }

    private static boolean isFew(Row row) {
        return row.whole("answer_count") < ReportContext.FEW;
    }

    private DotRow row(Row row) {
        Estimate metric = row.estimate("metric");
        String figure = cells.withRange(metric, scale::write);
        return new DotRow(
                name(row),
                metric == null
                        ? List.of()
                        : List.of(new Dot(row == all ? Ink.FIFTH : Ink.FIRST, metric, figure, isFew(row))),
                metric == null ? words.missing() : figure,
                words.say(
                        "experience.survey.answered",
                        row.whole("answer_count"),
                        words.count(row.whole("answer_count")),
                        words.count(row.whole("answered_customer_count")),
                        words.count(row.whole("customer_count")),
                        words.percent(row.number("answer_rate"))));
    }

    private Numbers metricNumbers(String level, List<Row> rows, String remark) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(level)
                .number(scale.metric())
                .number(words.say("experience.interval"))
                .number(words.say("experience.survey.mean"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.answers"))
                .number(words.say("experience.survey.invited"))
                .number(words.say("experience.survey.responded"))
                .number(words.say("experience.survey.asked"))
                .number(words.say("experience.survey.rate"))
                .number(words.say("experience.interval"));
        for (Row row : rows) {
            Estimate metric = row.estimate("metric");
            Cell figure = metric == null ? Cell.missing() : Cell.number(scale.write(metric.value()), metric.value());
            numbers.row(
                    cells.name(name(row)),
                    cells.marked(figure, row.whole("answer_count")),
                    cells.interval(metric, scale::write),
                    cells.marked(cells.number(row.number("score_mean")), row.whole("answer_count")),
                    cells.numberInterval(row.estimate("score_mean")),
                    cells.count(row.whole("answer_count")),
                    cells.count(row.whole("unanswered_count")),
                    cells.count(row.whole("answered_customer_count")),
                    cells.count(row.whole("customer_count")),
                    cells.marked(cells.percent(row.number("answer_rate")), row.whole("customer_count")),
                    cells.percentInterval(row.estimate("answer_rate")));
        }
        return numbers.remark(remark).build();
    }

    private Figure bands(String level, List<Row> rows, String remark) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(level)
                .number(scale.band("high"))
                .number(scale.band("middle"))
                .number(scale.band("low"))
                .number(words.say("experience.answers"));
        List<Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            bars.add(bar(row));
            numbers.row(
                    cells.name(name(row)),
                    cells.count(row.whole("high_count")),
                    cells.count(row.whole("middle_count")),
                    cells.count(row.whole("low_count")),
                    cells.count(row.whole("answer_count")));
        }
        String title = words.say("experience.survey.bands", level);
        List<Legend> legend = List.of(
                new Legend(Ink.REACHED, scale.band("high")),
                new Legend(Ink.FIFTH, scale.band("middle")),
                new Legend(Ink.LOST, scale.band("low")));
        return new Figure(
                title,
                words.say("experience.survey.bands.reading"),
                new Bars(title, legend, bars),
                numbers.remark(remark).build(),
                Source.of("satisfaction_" + scale.rule(), "satisfaction", "high_count", "middle_count", "low_count"));
    }

    private Bar bar(Row row) {
        List<Part> parts =
                List.of(part(Ink.REACHED, "high", row), part(Ink.FIFTH, "middle", row), part(Ink.LOST, "low", row));
        return new Bar(
                name(row),
                parts,
                null,
                words.say(
                        "experience.survey.three",
                        words.count(row.whole("high_count")),
                        words.count(row.whole("middle_count")),
                        words.count(row.whole("low_count"))),
                "",
                isFew(row));
    }

    private Part part(Ink ink, String band, Row row) {
        long count = row.whole(band + "_count");
        return new Part(
                ink,
                count / (double) Math.max(1, row.whole("answer_count")),
                scale.band(band) + ": " + words.count(count));
    }
}
