package io.parcours.report.experience;

import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The journey as it was modelled against the real ones, and how long they stay in its stages. */
final class ConformanceSection implements Chapter {
    static final String FOLLOWS = "(none)";

    private static final String TABLE = "conformance";
    private static final int MOST_BREAKDOWNS = 6;
    private static final int MOST_VALUES = 12;

    @Override
    public List<Section> sections(ReportContext context) {
        WrittenTable table = context.table(TABLE);
        List<Row> times = context.table("stage_times").rows(ConformanceSection::isAll);
        if (!table.isThere() && times.isEmpty()) {
            return List.of();
        }
        Words words = context.words();
        List<Block> blocks = new ArrayList<>();
        List<Row> findings = table.rows(ConformanceSection::isAll);
        Optional<Row> follows = findings.stream()
                .filter(row -> row.text("deviation").equals(FOLLOWS) && row.whole("eligible_count") > 0)
                .findFirst();
        if (follows.isPresent()) {
            blocks.add(new Prose(headline(words, follows.get(), findings)));
            blocks.addAll(new ConformanceFigures(words).of(findings));
            blocks.addAll(breakdowns(words, table));
        } else {
            blocks.add(new Prose(words.say("experience.model_journey.empty")));
        }
        if (times.stream().anyMatch(row -> row.whole("journey_count") > 0)) {
            blocks.addAll(new StageTimeFigures(words).of(times));
        }
        return List.of(new Section(
                TABLE,
                words.say("experience.model_journey.title"),
                words.say("experience.model_journey.lead"),
                blocks));
    }

    private static boolean isAll(Row row) {
        return row.text("breakdown").equals("all");
    }

    private static String headline(Words words, Row follows, List<Row> findings) {
        FigureCells cells = new FigureCells(words);
        String sentence = words.say(
                "experience.model_journey.headline",
                cells.percentWithRange(follows.estimate("journey_share")),
                words.count(follows.whole("eligible_count")),
                words.count(follows.whole("complete_count")),
                words.count(follows.whole("in_progress_count")));
        long outside = findings.stream()
                .filter(row -> row.text("deviation").equals("(not entered)"))
                .mapToLong(row -> row.whole("journey_count"))
                .sum();
        return outside == 0
                ? sentence
                : sentence + " " + words.say("experience.model_journey.not_entered", outside, words.count(outside));
    }

    private static List<Block> breakdowns(Words words, WrittenTable table) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        table.rows(row -> !isAll(row) && row.text("deviation").equals(FOLLOWS) && row.whole("eligible_count") > 0)
                .forEach(row -> groups.computeIfAbsent(row.text("breakdown"), missing -> new ArrayList<>())
                        .add(row));
        FigureCells cells = new FigureCells(words);
        List<View> views = new ArrayList<>();
        groups.entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .limit(MOST_BREAKDOWNS)
                .forEach(group -> {
                    List<Row> shown = group.getValue().stream()
                            .sorted((first, second) ->
                                    Long.compare(second.whole("eligible_count"), first.whole("eligible_count")))
                            .limit(MOST_VALUES)
                            .toList();
                    String by = cells.level(group.getKey());
                    views.add(new View(
                            by,
                            List.of(new ConformanceFigures(words)
                                    .follows(by, shown, group.getValue().size()))));
                });
        return views.isEmpty() ? List.of() : List.of(new Choice(words.say("experience.by"), views));
    }
}
