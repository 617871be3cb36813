package io.parcours.report.experience;

import io.parcours.report.chart.Cards;
import io.parcours.report.chart.Cards.Card;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The touchpoints that hurt and those that delight, as the table ranks them. */
final class PainPointSection implements Chapter {
    private static final String TABLE = "pain_points";
    private static final String DELIGHT = "delight";
    private static final int MOST_CARDS = 8;
    private static final int MOST_ROWS = 40;

    @Override
    public List<Section> sections(ReportContext context) {
        WrittenTable table = context.table(TABLE);
        if (!table.isThere()) {
            return List.of();
        }
        Words words = context.words();
        List<Row> rows = table.rows();
        List<Row> pains =
                rows.stream().filter(row -> !row.text("kind").equals(DELIGHT)).toList();
        List<Row> delights = new ArrayList<>(
                rows.stream().filter(row -> row.text("kind").equals(DELIGHT)).toList());
        Collections.reverse(delights);
        PainFacts facts = new PainFacts(words, context.table("friction"));
        List<Block> blocks = new ArrayList<>();
        if (pains.isEmpty()) {
            blocks.add(new Prose(words.say("experience.pain.none")));
        } else {
            blocks.add(new Prose(headline(words, pains.get(0))));
            blocks.add(figure(words, "pain", pains, cards(words, facts, pains)));
        }
        if (!delights.isEmpty()) {
            blocks.add(figure(words, DELIGHT, delights, cards(words, facts, delights)));
        }
        return List.of(new Section(
                "pain-points", words.say("experience.pain.title"), words.say("experience.pain.lead"), blocks));
    }

    private static String headline(Words words, Row worst) {
        boolean hasValue = !worst.isMissing("value_at_stake");
        return words.say(
                "experience.pain.headline." + (hasValue ? "value." : "count.") + origin(worst),
                FigureCells.brief(worst.text("touchpoint")),
                words.number(weight(worst)));
    }

    /** What the table ranks pains by: the value, or the customers where conversions have no value. */
    private static double weight(Row row) {
        Double value = row.number("value_at_stake");
        Double missing = row.number("friction_lost_count");
        return value != null ? value : Math.max(row.whole("drop_off_count"), missing == null ? 0 : missing);
    }

    /** Which of the two losses is the larger, and so what is at stake: only that of the lost is an upper bound. */
    private static String origin(Row row) {
        boolean hasValue = !row.isMissing("value_at_stake");
        Double friction = row.number(hasValue ? "friction_value_at_stake" : "friction_lost_count");
        Double lost = hasValue ? row.number("drop_off_value_at_stake") : Double.valueOf(row.whole("drop_off_count"));
        return friction != null && (lost == null || friction > lost) ? "friction" : "lost";
    }

    private static List<Card> cards(Words words, PainFacts facts, List<Row> rows) {
        double most = Math.max(
                1e-9, rows.stream().mapToDouble(PainPointSection::weight).max().orElse(0));
        List<Card> cards = new ArrayList<>();
        for (Row row : rows.subList(0, Math.min(MOST_CARDS, rows.size()))) {
            boolean isDelight = row.text("kind").equals(DELIGHT);
            cards.add(new Card(
                    row.text("touchpoint"),
                    words.name("experience.pain.kind", row.text("kind")),
                    isDelight ? Ink.REACHED : Ink.LOST,
                    isDelight ? 0 : weight(row) / most,
                    isDelight ? "" : words.say("experience.pain.stake." + origin(row), words.number(weight(row))),
                    facts.of(row)));
        }
        return cards;
    }

    private static Figure figure(Words words, String kind, List<Row> rows, List<Card> cards) {
        String title = words.say("experience.pain." + kind + ".title", words.count(rows.size()));
        return new Figure(
                title,
                words.say("experience.pain." + kind + ".reading"),
                new Cards(title, cards),
                numbers(words, rows),
                Source.of("pain_points", TABLE, "rank", "value_at_stake", "drop_off_count", "friction_kinds"));
    }

    private static Numbers numbers(Words words, List<Row> rows) {
        FigureCells cells = new FigureCells(words);
        Numbers.Builder numbers = new Numbers.Builder()
                .number(words.say("experience.pain.rank"))
                .text(words.say("experience.pain.touchpoint"))
                .number(words.say("experience.pain.value"))
                .text(words.say("experience.pain.origin"))
                .number(words.say("experience.pain.lost"))
                .text(words.say("experience.pain.friction"))
                .number(words.say("experience.pain.missing"))
                .number(words.say("experience.pain.satisfaction"))
                .number(words.say("experience.pain.difference"))
                .number(words.say("experience.interval"))
                .number(words.say("experience.answers"));
        for (Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            numbers.row(
                    cells.count(row.whole("rank")),
                    cells.name(row.text("touchpoint")),
                    cells.number(row.number("value_at_stake")),
                    Cell.text(
                            row.isMissing("value_at_stake") ? "" : words.say("experience.pain.origin." + origin(row))),
                    cells.count(row.whole("drop_off_count")),
                    Cell.text(PainFacts.kinds(words, row.texts("friction_kinds"))),
                    cells.number(row.number("friction_lost_count")),
                    cells.marked(cells.number(row.number("satisfaction")), row.whole("satisfaction_count")),
                    cells.marked(cells.number(row.number("satisfaction_difference")), row.whole("satisfaction_count")),
                    cells.numberInterval(row.estimate("satisfaction_difference")),
                    row.isMissing("satisfaction_count")
                            ? Cell.missing()
                            : cells.count(row.whole("satisfaction_count")));
        }
        int shown = Math.min(MOST_CARDS, rows.size());
        return numbers.remark(
                        shown < rows.size()
                                ? words.say("experience.pain.cut", words.count(shown), words.count(rows.size()), TABLE)
                                : "")
                .build();
    }
}
