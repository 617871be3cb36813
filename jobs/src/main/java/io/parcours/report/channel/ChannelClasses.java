package io.parcours.report.channel;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the journeys of each class of channel use convert, as they are and at equal length, and how many are contained. */
final class ChannelClasses {
    private static final String ALL = "all";
    private static final String STANDARDISED = "standardised";
    private static final double ALIKE = 0.95;

    private final ReportContext context;
    private final Words words;

    ChannelClasses(ReportContext context) {
        this.context = context;
        this.words = context.words();
    }

    List<Block> blocks() {
        Map<String, List<Row>> rows = context
                .table("channel_mix")
                .rows(row -> row.text("breakdown").equals(ALL)
                        && (row.text("length").equals(ALL) || row.text("length").equals(STANDARDISED)))
                .stream()
                .collect(Collectors.groupingBy(row -> row.text("length")));
        List<Row> raw = rows.getOrDefault(ALL, List.of());
        if (raw.isEmpty()) {
            return List.of();
        }
        List<Row> equal = rows.getOrDefault(STANDARDISED, List.of()).stream()
                .filter(row -> !row.isMissing("conversion_rate"))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (equal.size() > 1) {
            blocks.add(new Prose(new ClassComparison(words).headline(equal)));
            blocks.add(new Notice(words.say("channels.association")));
            blocks.add(new Choice(
                    words.say("channels.choose"),
                    List.of(
                            new View(words.say("channels.equal"), List.of(atEqualLength(equal))),
                            new View(words.say("channels.raw"), List.of(asTheyAre(raw))))));
        } else {
            blocks.add(asTheyAre(raw));
        }
        if (raw.size() > 1 && raw.stream().anyMatch(row -> !row.isMissing("containment_rate"))) {
            blocks.add(contained(raw));
        }
        return blocks;
    }

    private String name(Row row) {
        return ClassComparison.name(words, row);
    }

    private Figure atEqualLength(List<Row> rows) {
        Numbers.Builder numbers = numbers().number(words.say("channels.covered"));
        List<Bar> bars = new ArrayList<>();
        boolean isThin = false;
        for (Row row : rows) {
            Double covered = row.number("covered_share");
            isThin |= covered != null && covered < ALIKE;
            bars.add(bar(row, "conversion_rate", "journey_count", List.of(part(row, "conversion_rate"))));
            List<Cell> cells = cells(row, "conversion_rate", "journey_count");
            cells.add(covered == null ? Cell.missing() : Cell.number(words.percent(covered), covered));
            numbers.row(cells.toArray(Cell[]::new));
        }
        return new Figure(
                words.say("channels.equal.title"),
                words.say("channels.equal.reading") + (isThin ? " " + words.say("channels.equal.thin") : ""),
                new Bars(words.say("channels.equal.title"), List.of(converted(), whisker()), bars),
                numbers.build(),
                Source.of(
                        "channel-standardised",
                        "channel_mix",
                        "length",
                        "channel_class",
                        "journey_count",
                        "conversion_rate",
                        "covered_share"));
    }

    private Figure asTheyAre(List<Row> rows) {
        Numbers.Builder numbers = numbers()
                .number(words.say("channels.share"))
                .number(words.say("channels.interval"))
                .number(words.say("channels.inprogress"));
        List<Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            long inProgress = row.whole("in_progress_count");
            double open = (double) inProgress / Math.max(1, row.whole("journey_count"));
            Part progress =
                    new Part(Ink.PROGRESS, open, words.say("channels.inprogress.title", words.count(inProgress)));
            bars.add(bar(row, "conversion_rate", "journey_count", List.of(part(row, "conversion_rate"), progress)));
            List<Cell> cells = cells(row, "conversion_rate", "journey_count");
            cells.add(Cell.number(words.percent(row.number("journey_share")), orZero(row.number("journey_share"))));
            cells.add(Cell.interval(words, row.estimate("journey_share")));
            cells.add(Cell.number(words.count(inProgress), inProgress));
            numbers.row(cells.toArray(Cell[]::new));
        }
        return new Figure(
                words.say("channels.raw.title"),
                words.say("channels.raw.reading"),
                new Bars(
                        words.say("channels.raw.title"),
                        List.of(converted(), new Legend(Ink.PROGRESS, words.say("channels.inprogress")), whisker()),
                        bars),
                numbers.build(),
                Source.of(
                        "channel-class",
                        "channel_mix",
                        "channel_class",
                        "journey_count",
                        "conversion_rate",
                        "in_progress_count"));
    }

    private Figure contained(List<Row> rows) {
        List<Row> converted =
                rows.stream().filter(row -> !row.isMissing("containment_rate")).toList();
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("channels.class"))
                .number(words.say("channels.converted"))
                .number(words.say("channels.contained"))
                .number(words.say("channels.interval"));
        converted.forEach(row ->
                numbers.row(cells(row, "containment_rate", "converted_count").toArray(Cell[]::new)));
        Function<Row, Bar> bar =
                row -> bar(row, "containment_rate", "converted_count", List.of(part(row, "containment_rate")));
        return new Figure(
                words.say("channels.contained.title"),
                words.say("channels.contained.reading"),
                new Bars(
                        words.say("channels.contained.title"),
                        List.of(new Legend(Ink.REACHED, words.say("channels.contained")), whisker()),
                        converted.stream().map(bar).toList()),
                numbers.build(),
                Source.of("channel-containment", "channel_mix", "converted_count", "containment_rate"));
    }

    private Numbers.Builder numbers() {
        return new Numbers.Builder()
                .text(words.say("channels.class"))
                .number(words.say("channels.journeys"))
                .number(words.say("channels.conversion"))
                .number(words.say("channels.interval"));
    }

    private Legend converted() {
        return new Legend(Ink.REACHED, words.say("channels.conversion"));
    }

    private Legend whisker() {
        return new Legend(Ink.WHISKER, words.say("channels.interval"));
    }

    private Part part(Row row, String rate) {
        return new Part(Ink.REACHED, orZero(row.number(rate)), words.percent(row.number(rate)));
    }

    private Bar bar(Row row, String rate, String base, List<Part> parts) {
        return new Bar(
                words.say("channels.label", name(row), words.count(row.whole(base))),
                parts,
                row.estimate(rate),
                words.percent(row.number(rate)),
                words.say("channels.detail", words.percentInterval(row.estimate(rate))),
                row.whole(base) < ReportContext.FEW);
    }

    private List<Cell> cells(Row row, String rate, String base) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(name(row)));
        cells.add(Cell.number(words.count(row.whole(base)), row.whole(base)));
        Cell shown =
                row.isMissing(rate) ? Cell.missing() : Cell.number(words.percent(row.number(rate)), row.number(rate));
        cells.add(row.whole(base) < ReportContext.FEW ? shown.few() : shown);
        cells.add(Cell.interval(words, row.estimate(rate)));
        return cells;
    }

    private static double orZero(Double number) {
        return number == null ? 0 : number;
    }
}
