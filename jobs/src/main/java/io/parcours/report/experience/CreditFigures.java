package io.parcours.report.experience;

import io.parcours.report.chart.DotAxis;
import io.parcours.report.chart.Dots;
import io.parcours.report.chart.Dots.Dot;
import io.parcours.report.chart.Dots.DotRow;
import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Draws the models' credits side by side: as dots with intervals, and as a grid. */
final class CreditFigures {
    private static final String TABLE = "attribution";
    private static final int MOST_DOTTED = 8;
    private static final int MOST_NAMES = 15;

    private final Words words;
    private final FigureCells cells;
    private final String by;
    private final Credits credits;
    private final List<String> models;

    /** @param by what is credited, as it is shown */
    CreditFigures(Words words, String by, Credits credits) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.by = by;
        this.credits = credits;
        this.models = credits.models();
    }

    private String model(String model) {
        return words.name("experience.model", model);
    }

    /** The share of conversions that each model credits, with intervals, of as many models as can be told apart. */
    Figure dots() {
        List<String> drawn = models.subList(0, Math.min(Ink.MOST_SERIES, models.size()));
        List<String> names = credits.credited(MOST_DOTTED);
        List<Legend> legend = new ArrayList<>();
        for (int number = 0; number < drawn.size(); number++) {
            legend.add(new Legend(Ink.series(number), model(drawn.get(number))));
        }
        List<Estimate> estimates = new ArrayList<>();
        names.forEach(name -> drawn.forEach(model -> estimates.add(share(name, model))));
        estimates.removeIf(Objects::isNull);
        String title = words.say("experience.credit.dots.title", by);
        String reading = words.say("experience.credit.dots.reading");
        String left = String.join(
                ", ",
                models.subList(drawn.size(), models.size()).stream()
                        .map(this::model)
                        .toList());
        return new Figure(
                title,
                left.isEmpty() ? reading : reading + " " + words.say("experience.credit.left", left),
                new Dots(
                        title,
                        legend,
                        DotAxis.smallParts(words.say("experience.credit.axis"), estimates, words),
                        names.stream().map(name -> row(name, drawn)).toList()),
                intervals(names),
                Source.of(TABLE, TABLE, "by", "model", "name", "credit_share"));
    }

    private Estimate share(String name, String model) {
        Row row = credits.row(name, model);
        return row == null ? null : row.estimate("credit_share");
    }

    private DotRow row(String name, List<String> drawn) {
        List<Dot> dots = new ArrayList<>();
        double low = 1;
        double high = 0;
        for (int number = 0; number < drawn.size(); number++) {
            Estimate share = share(name, drawn.get(number));
            if (share != null) {
                low = Math.min(low, share.value());
                high = Math.max(high, share.value());
                String text = model(drawn.get(number)) + ": " + cells.percentWithRange(share);
                dots.add(new Dot(Ink.series(number), share, text, false));
            }
        }
        String value = dots.isEmpty() ? words.missing() : span(words.percent(low), words.percent(high));
        return new DotRow(cells.value(name), dots, value, "");
    }

    private String span(String low, String high) {
        return low.equals(high) ? low : words.say("page.interval", low, high);
    }

    private Numbers intervals(List<String> names) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(by)
                .text(words.say("experience.credit.model"))
                .number(words.say("experience.credit.conversions"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.share"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.credit.value"));
        for (String name : names) {
            for (String model : models) {
                Row row = credits.row(name, model);
                if (row != null) {
                    numbers.row(
                            cells.name(cells.value(name)),
                            Cell.text(model(model)),
                            cells.number(row.number("credit_conversions")),
                            cells.numberInterval(row.estimate("credit_conversions")),
                            cells.percent(row.number("credit_share")),
                            cells.percentInterval(row.estimate("credit_share")),
                            cells.number(row.number("credit_value")));
                }
            }
        }
        return numbers.remark(remark(names.size())).build();
    }

    private String remark(int shown) {
        return shown < credits.count()
                ? words.say("experience.credit.cut", words.count(shown), words.count(credits.count()), TABLE)
                : "";
    }

    /** The same as a grid of numbers, of all models. */
    Figure grid() {
        List<String> names = credits.largest(MOST_NAMES);
        Numbers.Builder numbers = new Numbers.Builder().text(by);
        models.forEach(model -> numbers.number(model(model)));
        List<GridRow> rows = new ArrayList<>();
        for (String name : names) {
            List<GridCell> shades = new ArrayList<>();
            List<Cell> line = new ArrayList<>(List.of(cells.name(cells.value(name))));
            for (String model : models) {
                Estimate share = share(name, model);
                shades.add(cell(name, model, share));
                line.add(share == null ? Cell.missing() : cells.percent(share.value()));
            }
            rows.add(new GridRow(cells.value(name), shades));
            numbers.row(line.toArray(Cell[]::new));
        }
        String title = words.say("experience.credit.grid.title", by);
        return new Figure(
                title,
                words.say("experience.credit.grid.reading"),
                new Grid(title, by, models.stream().map(this::model).toList(), rows),
                numbers.remark(remark(names.size())).build(),
                Source.of(TABLE, TABLE, "by", "model", "name", "credit_share"));
    }

    private GridCell cell(String name, String model, Estimate share) {
        return share == null
                ? new GridCell("", Double.NaN, "", false)
                : new GridCell(
                        words.percent(share.value()),
                        share.value(),
                        cells.value(name) + ", " + model(model) + ": " + cells.percentWithRange(share),
                        false);
    }
}
