package io.parcours.report.experience;

import io.parcours.report.chart.DotAxis;
import io.parcours.report.chart.Dots;
import io.parcours.report.chart.Dots.Dot;
import io.parcours.report.chart.Dots.DotRow;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Draws the findings of friction: the rates with it and without, and the ratio of the odds. */
final class FrictionFigures {
    private static final Ink WITH = Ink.SECOND;
    private static final Ink WITHOUT = Ink.FIRST;

    private final Words words;
    private final FigureCells cells;
    private final FrictionOutcome outcome;

    FrictionFigures(Words words, FrictionOutcome outcome) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.outcome = outcome;
    }

    /** What happened where, as a phrase. */
    static String phrase(Words words, Row row) {
        String key = "experience.friction.kind." + row.text("kind");
        return words.has(key)
                ? words.say(key, part(words, row, "place"), part(words, row, "via"), part(words, row, "from_stage"))
                : row.text("kind") + " " + part(words, row, "place");
    }

    private static String part(Words words, Row row, String column) {
        return FigureCells.brief(Objects.requireNonNullElse(row.text(column), words.missing()));
    }

    /** The rates with it and without, at the same place. */
    Figure rates(List<Row> findings, long all) {
        List<DotRow> rows = findings.stream().map(this::pair).toList();
        DotAxis axis = DotAxis.parts(words.say(outcome.key("axis")), words);
        List<Legend> legend = List.of(
                new Legend(WITH, words.say("experience.friction.with")),
                new Legend(WITHOUT, words.say("experience.friction.without")));
        String title = words.say(
                outcome.key("title"),
                words.count(findings.stream().filter(outcome::isWorse).count()),
                words.count(
                        findings.stream().filter(row -> !outcome.isWorse(row)).count()));
        return new Figure(
                title,
                words.say("experience.friction.reading"),
                new Dots(title, legend, axis, rows),
                numbers(findings, all),
                Source.of(
                        "friction",
                        "friction",
                        outcome.column("rate_with"),
                        outcome.column("rate_without"),
                        outcome.column("q")));
    }

    private DotRow pair(Row row) {
        Estimate with = row.estimate(outcome.column("rate_with"));
        Estimate without = row.estimate(outcome.column("rate_without"));
        return new DotRow(
                phrase(words, row),
                List.of(dot(WITH, "with", row, with), dot(WITHOUT, "without", row, without)),
                words.say("experience.friction.instead", words.percent(with.value()), words.percent(without.value())),
                words.say(
                        "experience.friction.customers",
                        words.count(row.whole(outcome.column("with_count"))),
                        words.count(row.whole(outcome.column("without_count")))));
    }

    private Dot dot(Ink ink, String side, Row row, Estimate rate) {
        return new Dot(
                ink,
                rate,
                words.say("experience.friction." + side) + ": " + cells.percentWithRange(rate),
                row.whole(outcome.column(side + "_count")) < ReportContext.FEW);
    }

    private Numbers numbers(List<Row> findings, long all) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("experience.friction.what"))
                .number(words.say("experience.friction.with"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.customers"))
                .number(words.say("experience.friction.without"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.customers"))
                .number(words.say("experience.friction.odds"))
                .number(words.say("experience.interval"))
                .number("q");
        for (Row row : findings) {
            long with = row.whole(outcome.column("with_count"));
            long without = row.whole(outcome.column("without_count"));
            Double ratio = row.number(outcome.column("odds_ratio"));
            Numbers.Cell odds = ratio == null ? Numbers.Cell.missing() : Numbers.Cell.number(cells.ratio(ratio), ratio);
            numbers.row(
                    Numbers.Cell.text(phrase(words, row)),
                    cells.marked(cells.percent(row.number(outcome.column("rate_with"))), with),
                    cells.percentInterval(row.estimate(outcome.column("rate_with"))),
                    cells.count(with),
                    cells.marked(cells.percent(row.number(outcome.column("rate_without"))), without),
                    cells.percentInterval(row.estimate(outcome.column("rate_without"))),
                    cells.count(without),
                    cells.marked(odds, Math.min(with, without)),
                    cells.interval(row.estimate(outcome.column("odds_ratio")), cells::ratio),
                    cells.probability(row.number(outcome.column("q"))));
        }
        return numbers.remark(
                        findings.size() < all
                                ? words.say(
                                        "experience.cut", words.count(findings.size()), words.count(all), "friction")
                                : "")
                .build();
    }

    /** The ratios of the odds, where any could be worked out. */
    Optional<Figure> ratios(List<Row> findings) {
        List<Row> known = findings.stream()
                .filter(row -> !row.isMissing(outcome.column("odds_ratio")))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<DotRow> rows = known.stream().map(this::ratio).toList();
        DotAxis axis = DotAxis.ratios(
                words.say("experience.friction.odds.axis"),
                known.stream()
                        .map(row -> row.estimate(outcome.column("odds_ratio")))
                        .toList(),
                words::number);
        String title = words.say(outcome.key("odds"));
        return Optional.of(new Figure(
                title,
                words.say("experience.friction.odds.reading"),
                new Dots(title, List.of(), axis, rows),
                numbers(known, known.size()),
                Source.of("friction_odds", "friction", outcome.column("odds_ratio"))));
    }

    private DotRow ratio(Row row) {
        Estimate ratio = row.estimate(outcome.column("odds_ratio"));
        Dot dot = new Dot(
                outcome.isWorse(row) ? Ink.LOST : Ink.REACHED,
                ratio,
                cells.withRange(ratio, cells::ratio),
                Math.min(row.whole(outcome.column("with_count")), row.whole(outcome.column("without_count")))
                        < ReportContext.FEW);
        return new DotRow(
                phrase(words, row),
                List.of(dot),
                cells.ratio(ratio.value()),
                (ratio.hasInterval() ? cells.range(ratio, cells::ratio) + " · " : "")
                        + "q "
                        + cells.chance(row.number(outcome.column("q"))));
    }
}
