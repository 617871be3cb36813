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

/** Whose time to be spoken to has come, and what became of those. */
final class TriggerSection implements Chapter {
    private static final String TABLE = "trigger_summary";
    private static final int MOST_TRIGGERS = 12;
    private static final int MOST_BREAKDOWNS = 8;

    @Override
    public List<Section> sections(ReportContext context) {
        WrittenTable table = context.table(TABLE);
        if (!table.isThere()) {
            return List.of();
        }
        Words words = context.words();
        List<Row> all = table.rows(TriggerSection::isAll);
        List<Row> shown = all.subList(0, Math.min(MOST_TRIGGERS, all.size()));
        List<Block> blocks = new ArrayList<>();
        if (shown.isEmpty()) {
            blocks.add(new Prose(words.say("experience.trigger.empty")));
        } else {
            shown.stream().limit(3).forEach(row -> blocks.add(new Prose(headline(words, row))));
            TriggerFigures figures =
                    new TriggerFigures(words, row -> row.text("trigger"), words.say("experience.trigger.trigger"));
            String title = words.say("experience.trigger.all");
            blocks.addAll(figures.of(title, shown, all.size()));
            blocks.addAll(breakdowns(words, table, shown));
        }
        return List.of(new Section(
                "triggers", words.say("experience.trigger.title"), words.say("experience.trigger.lead"), blocks));
    }

    private static boolean isAll(Row row) {
        return row.text("breakdown").equals("all");
    }

    private static String headline(Words words, Row row) {
        FigureCells cells = new FigureCells(words);
        return words.say(
                "experience.trigger.headline",
                FigureCells.brief(row.text("trigger")),
                FigureCells.brief(row.text("action")),
                row.whole("due_count"),
                words.count(row.whole("due_count")),
                words.count(row.whole("pending_count")),
                words.count(row.whole("firing_count")),
                cells.percentWithRange(row.estimate("cancelled_rate")),
                words.count(row.whole("mature_count")));
    }

    /** A choice for each trigger, of what its firings are told apart by; those with one value tell nothing. */
    private static List<Block> breakdowns(Words words, WrittenTable table, List<Row> triggers) {
        Map<String, Map<String, List<Row>>> groups = new LinkedHashMap<>();
        triggers.forEach(row -> groups.put(row.text("trigger"), new LinkedHashMap<>()));
        table.rows(row -> !isAll(row) && groups.containsKey(row.text("trigger")))
                .forEach(row -> groups.get(row.text("trigger"))
                        .computeIfAbsent(row.text("breakdown"), missing -> new ArrayList<>())
                        .add(row));
        List<View> views = new ArrayList<>();
        groups.forEach((trigger, breakdowns) -> breakdowns.entrySet().stream()
                .filter(breakdown -> breakdown.getValue().size() > 1)
                .limit(MOST_BREAKDOWNS)
                .forEach(breakdown -> views.add(view(words, trigger, breakdown.getKey(), breakdown.getValue()))));
        return views.isEmpty() ? List.of() : List.of(new Choice(words.say("experience.trigger.by"), views));
    }

    private static View view(Words words, String trigger, String breakdown, List<Row> rows) {
        FigureCells cells = new FigureCells(words);
        String by = cells.level(breakdown);
        List<Row> shown = rows.stream()
                .sorted((first, second) -> Long.compare(second.whole("firing_count"), first.whole("firing_count")))
                .limit(MOST_TRIGGERS)
                .toList();
        String label = words.say("experience.trigger.view", FigureCells.brief(trigger), FigureCells.brief(by));
        return new View(
                label,
                new TriggerFigures(words, row -> cells.value(row.text("breakdown_value")), by)
                        .of(label, shown, rows.size()));
    }
}
