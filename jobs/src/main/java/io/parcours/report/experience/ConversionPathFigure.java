package io.parcours.report.experience;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the ways that end in most conversions, and how many went the same way without one. */
final class ConversionPathFigure {
    private static final String TABLE = "conversion_paths";
    private static final int MOST_BARS = 10;
    private static final int MOST_ROWS = 30;

    private final Words words;
    private final FigureCells cells;
    private final String by;
    private final String shown;

    /**
     * @param by what the names of paths are, as the table has it
     * @param shown the same, as it is shown
     */
    ConversionPathFigure(Words words, String by, String shown) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.by = by;
        this.shown = shown;
    }

    Optional<Figure> of(WrittenTable table) {
        long[] all = {0};
        List<Row> rows = new ArrayList<>();
        table.forEach(row -> {
            if (row.text("by").equals(by) && all[0]++ < MOST_ROWS) {
                rows.add(row);
            }
        });
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Row> drawn = rows.subList(0, Math.min(MOST_BARS, rows.size()));
        double longest = Math.max(
                1, drawn.stream().mapToLong(ConversionPathFigure::gone).max().orElse(1));
        String title = words.say("experience.path.title", shown);
        List<Legend> legend = List.of(
                new Legend(Ink.REACHED, words.say("experience.path.converted")),
                new Legend(Ink.FIFTH, words.say("experience.path.not_converted")));
        return Optional.of(new Figure(
                title,
                words.say("experience.path.reading"),
                new Bars(
                        title,
                        legend,
                        drawn.stream().map(row -> bar(row, longest)).toList()),
                numbers(rows, drawn.size(), all[0]),
                Source.of(TABLE, TABLE, "path", "conversion_count", "non_conversion_count", "conversion_rate")));
    }

    private static long gone(Row row) {
        return row.whole("conversion_count") + row.whole("non_conversion_count");
    }

    private String name(Row row) {
        List<String> path = row.texts("path");
        return path.isEmpty()
                ? words.say("experience.path.empty")
                : path.stream()
                        .map(name -> FigureCells.brief(cells.value(name)))
                        .collect(Collectors.joining(" → "));
    }

    private Bar bar(Row row, double longest) {
        Estimate rate = row.estimate("conversion_rate");
        long converted = row.whole("conversion_count");
        long not = row.whole("non_conversion_count");
        return new Bar(
                name(row),
                List.of(
                        new Part(
                                Ink.REACHED,
                                converted / longest,
                                words.say("experience.path.converted") + ": " + words.count(converted)),
                        new Part(
                                Ink.FIFTH,
                                not / longest,
                                words.say("experience.path.not_converted") + ": " + words.count(not))),
                null,
                words.count(converted),
                rate == null ? "" : words.say("experience.path.rate", cells.percentWithRange(rate)),
                gone(row) < ReportContext.FEW);
    }

    private Numbers numbers(List<Row> rows, int drawn, long all) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("experience.path.path"))
                .number(words.say("experience.path.converted"))
                .number(words.say("experience.path.not_converted"))
                .number(words.say("experience.rate"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.path.value"))
                .number(words.say("experience.path.median"));
        for (Row row : rows) {
            Cell rate = cells.percent(row.number("conversion_rate"));
            numbers.row(
                    Cell.text(name(row)),
                    cells.count(row.whole("conversion_count")),
                    cells.count(row.whole("non_conversion_count")),
                    !row.isMissing("conversion_rate") && gone(row) < ReportContext.FEW ? rate.few() : rate,
                    cells.percentInterval(row.estimate("conversion_rate")),
                    cells.number(row.number("value_mean")),
                    cells.duration(row.number("seconds_to_conversion_p50")));
        }
        return numbers.remark(
                        drawn < all
                                ? words.say(
                                        "experience.path.cut",
                                        words.count(drawn),
                                        words.count(rows.size()),
                                        words.count(all),
                                        TABLE)
                                : "")
                .build();
    }
}
