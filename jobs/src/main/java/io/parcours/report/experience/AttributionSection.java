package io.parcours.report.experience;

import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Notice;
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

/** Which touchpoints stand before the conversions, by several models side by side. */
final class AttributionSection implements Chapter {
    private static final String TABLE = "attribution";
    private static final int MOST_BY = 5;

    @Override
    public List<Section> sections(ReportContext context) {
        WrittenTable table = context.table(TABLE);
        if (!table.isThere()) {
            return List.of();
        }
        Words words = context.words();
        Map<String, Credits> credits = new LinkedHashMap<>();
        table.forEach(row -> credits.computeIfAbsent(row.text("by"), missing -> new Credits())
                .add(row));
        List<Block> blocks = new ArrayList<>();
        if (credits.values().stream().noneMatch(Credits::isKnown)) {
            blocks.add(new Prose(words.say("experience.credit.empty")));
        } else {
            blocks.add(new Notice(words.say("experience.credit.no_proof")));
            List<View> views = views(context, credits);
            if (views.size() == 1) {
                blocks.addAll(views.get(0).blocks());
            } else {
                blocks.add(new Choice(words.say("experience.credit.by"), views));
            }
        }
        return List.of(
                new Section(TABLE, words.say("experience.credit.title"), words.say("experience.credit.lead"), blocks));
    }

    private static List<View> views(ReportContext context, Map<String, Credits> credits) {
        Words words = context.words();
        List<View> views = new ArrayList<>();
        for (Map.Entry<String, Credits> entry : credits.entrySet()) {
            if (views.size() == MOST_BY) {
                break;
            }
            String by = entry.getKey();
            String shown = new FigureCells(words).level(by);
            CreditFigures figures = new CreditFigures(words, shown, entry.getValue());
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Choice(
                    words.say("experience.credit.shown"),
                    List.of(
                            new View(words.say("experience.credit.dots"), List.of(figures.dots())),
                            new View(words.say("experience.credit.grid"), List.of(figures.grid())))));
            new CostListing(words, shown, entry.getValue()).of().ifPresent(blocks::add);
            new ConversionPathFigure(words, by, shown)
                    .of(context.table("conversion_paths"))
                    .ifPresent(blocks::add);
            views.add(new View(shown, blocks));
        }
        return views;
    }
}
