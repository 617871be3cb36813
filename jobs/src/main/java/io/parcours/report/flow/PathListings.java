package io.parcours.report.flow;

import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The stage paths that most journeys take, and those on which most convert. */
final class PathListings {
    private static final int MOST_PATHS = 15;
    private static final int MOST_STAGES = 12;
    private static final double LONGEST_STAGE = 14;

    private final ReportContext context;
    private final Words words;

    PathListings(ReportContext context) {
        this.context = context;
        this.words = context.words();
    }

    List<Block> blocks() {
        WrittenTable paths = context.table("paths");
        if (paths.rowCount() == 0) {
            return List.of();
        }
        Listing frequent = listing("frequent", "journey_count", paths);
        Listing converting = listing("converting", "converted_count", paths);
        return converting.numbers().rows().isEmpty()
                ? List.of(frequent)
                : List.of(new Choice(
                        words.say("flow.paths.choose"),
                        List.of(
                                new View(words.say("flow.paths.frequent"), List.of(frequent)),
                                new View(words.say("flow.paths.converting"), List.of(converting)))));
    }

    private Listing listing(String which, String by, WrittenTable paths) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("flow.path"))
                .number(words.say("flow.journeys"))
                .number(words.say("flow.share"))
                .number(words.say("flow.converted"))
                .number(words.say("flow.conversion"))
                .number(words.say("flow.interval"));
        List<Row> shown = paths.first(
                MOST_PATHS,
                Comparator.comparingLong((Row row) -> row.whole(by)).reversed(),
                row -> row.whole(by) > 0,
                "path",
                "journey_count",
                "share",
                "converted_count",
                "conversion_rate",
                "conversion_rate_low",
                "conversion_rate_high");
        shown.forEach(row -> numbers.row(cells(row)));
        if (shown.size() < paths.rowCount()) {
            numbers.remark(
                    words.say("flow.paths.cut", words.count(shown.size()), words.count(paths.rowCount()), "paths"));
        }
        return new Listing(
                words.say("flow.paths." + which + ".title"),
                words.say("flow.paths.reading"),
                numbers.build(),
                Source.of("paths", "paths", "path", "journey_count", "share", "conversion_rate", "interval_basis"));
    }

    private Cell[] cells(Row row) {
        long journeys = row.whole("journey_count");
        Estimate rate = row.estimate("conversion_rate");
        Cell shown = rate == null ? Cell.missing() : Cell.number(words.percent(rate.value()), rate.value());
        return new Cell[] {
            Cell.text(path(row.texts("path"))),
            Cell.number(words.count(journeys), journeys),
            Cell.number(words.percent(row.number("share")), row.number("share")),
            Cell.number(words.count(row.whole("converted_count")), row.whole("converted_count")),
            journeys < ReportContext.FEW && rate != null ? shown.few() : shown,
            Cell.interval(words, rate)
        };
    }

    private String path(List<String> stages) {
        if (stages.isEmpty()) {
            return words.say("flow.node.no_stage");
        }
        String path = stages.stream()
                .limit(MOST_STAGES)
                .map(stage -> TextFit.cut(stage, LONGEST_STAGE, 1))
                .collect(Collectors.joining(" › "));
        int further = stages.size() - MOST_STAGES;
        return further > 0 ? words.say("flow.path.further", path, words.count(further), further) : path;
    }
}
