package io.parcours.report.experience;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Fold;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the journey chafes: what goes with fewer conversions or more churn, beside the like without it. */
final class FrictionSection implements Chapter {
    private static final String TABLE = "friction";
    private static final int MOST_FINDINGS = 12;
    private static final int MOST_ROWS = 40;

    @Override
    public List<Section> sections(ReportContext context) {
        WrittenTable table = context.table(TABLE);
        if (!table.isThere()) {
            return List.of();
        }
        Words words = context.words();
        List<Block> blocks = new ArrayList<>();
        if (table.rowCount() == 0) {
            blocks.add(new Prose(words.say("experience.friction.empty")));
        } else {
            for (FrictionOutcome outcome : FrictionOutcome.values()) {
                blocks.addAll(findings(words, table, outcome));
            }
            blocks.add(everything(words, table));
        }
        return List.of(new Section(
                TABLE, words.say("experience.friction.title"), words.say("experience.friction.lead"), blocks));
    }

    private static List<Block> findings(Words words, WrittenTable table, FrictionOutcome outcome) {
        long[] tested = {0};
        long[] found = {0};
        table.forEach(row -> {
            tested[0] += row.isMissing(outcome.column("q")) ? 0 : 1;
            found[0] += outcome.isFinding(row) ? 1 : 0;
        });
        List<Block> blocks = new ArrayList<>();
        String form = tested[0] == 0 ? "untested" : found[0] == 0 ? "none" : "found";
        blocks.add(new Prose(
                words.say(outcome.key(form), found[0], words.count(found[0]), tested[0], words.count(tested[0]))));
        List<Row> rows = table.first(MOST_FINDINGS, outcome.order(), outcome::isFinding);
        if (!rows.isEmpty()) {
            FrictionFigures figures = new FrictionFigures(words, outcome);
            blocks.add(figures.rates(rows, found[0]));
            figures.ratios(rows).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static Fold everything(Words words, WrittenTable table) {
        FigureCells cells = new FigureCells(words);
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("experience.friction.what"))
                .number(words.say("experience.friction.times"))
                .number(words.say("experience.customers"))
                .number(words.say("experience.friction.share"))
                .number(words.say("experience.friction.conversion.with"))
                .number(words.say("experience.friction.conversion.without"))
                .text(words.say("experience.friction.test"));
        Comparator<Row> order = Comparator.comparingLong(row -> -row.whole("customer_count"));
        for (Row row : table.first(MOST_ROWS, order, row -> true)) {
            Double q = row.number("conversion_q");
            numbers.row(
                    Cell.text(FrictionFigures.phrase(words, row)),
                    cells.count(row.whole("occurrence_count")),
                    cells.count(row.whole("customer_count")),
                    cells.percent(row.number("customer_share")),
                    side(cells, row, "with"),
                    side(cells, row, "without"),
                    Cell.text(
                            q == null
                                    ? words.name("experience.friction.test", row.text("conversion_test"))
                                    : "q " + cells.chance(q)));
        }
        long all = table.rowCount();
        if (all > MOST_ROWS) {
            numbers.remark(words.say("experience.cut.frequent", words.count(MOST_ROWS), words.count(all), TABLE));
        }
        return new Fold(
                words.say("experience.friction.all"),
                List.of(new Listing(
                        words.say("experience.friction.all.title"),
                        words.say("experience.friction.all.reading"),
                        numbers.build(),
                        Source.of("friction", TABLE, "occurrence_count", "customer_count", "customer_share"))));
    }

    private static Cell side(FigureCells cells, Row row, String side) {
        Estimate rate = row.estimate("conversion_rate_" + side);
        if (rate == null) {
            return Cell.missing();
        }
        Cell cell = Cell.number(cells.percentWithRange(rate), rate.value());
        return cells.marked(cell, row.whole("conversion_" + side + "_count"));
    }
}
