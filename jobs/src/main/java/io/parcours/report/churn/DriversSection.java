package io.parcours.report.churn;

import io.parcours.report.chart.ForestPlot;
import io.parcours.report.chart.ForestPlot.Effect;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What in the behaviour before a cut went with leaving after it. */
final class DriversSection {
    private static final int MOST = 24;
    private static final List<String> FITS = List.of("final", ModelFigures.CALIBRATION);
    private static final Source SOURCE = Source.of(
            "churn-drivers",
            "churn_drivers",
            "feature",
            "leaver_count",
            "stayer_count",
            "odds_ratio_per_sd",
            "odds_ratio_low",
            "odds_ratio_high",
            "p_value",
            "q_value",
            "note");

    private final Words words;
    private final ReportContext context;
    private final ModelFigures models;
    private final ChurnFeatures features;

    DriversSection(ReportContext context, ModelFigures models) {
        this.words = context.words();
        this.context = context;
        this.models = models;
        this.features = ChurnFeatures.of(context);
    }

    Optional<Section> section() {
        List<Row> rows = context.table("churn_drivers").rows();
        List<View> views = FITS.stream()
                .map(fit -> new View(
                        words.name("churn.fit", fit),
                        view(rows.stream()
                                .filter(row -> row.text("fit").equals(fit))
                                .toList())))
                .filter(view -> !view.blocks().isEmpty())
                .toList();
        if (views.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        Double beats = models.judged(ModelFigures.LEAVING, "beats_rule_of_thumb");
        if (beats != null && beats == 0) {
            blocks.add(new Notice(words.say("churn.drivers.weak")));
        }
        blocks.add(views.size() == 1 ? new Choice("", views) : new Choice(words.say("churn.drivers.choose"), views));
        return Optional.of(new Section(
                "drivers",
                words.say("churn.drivers.title"),
                words.say("churn.drivers.lead"),
                unwrapped(blocks, views)));
    }

    private static List<Block> unwrapped(List<Block> blocks, List<View> views) {
        if (views.size() > 1) {
            return blocks;
        }
        List<Block> plain = new ArrayList<>(blocks.subList(0, blocks.size() - 1));
        plain.addAll(views.get(0).blocks());
        return plain;
    }

    private List<Block> view(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Row> fitted = rows.stream()
                .filter(row -> !row.isMissing("odds_ratio_per_sd"))
                .sorted(Comparator.comparing((Row row) -> row.number("q_value")))
                .limit(MOST)
                .toList();
        Row any = rows.get(0);
        String people = people(any.whole("leaver_count"), any.whole("stayer_count"));
        List<Block> blocks = new ArrayList<>();
        if (fitted.isEmpty()) {
            String note = any.text("note");
            blocks.add(new Prose(people + " " + words.say("churn.drivers.none")
                    + (note == null ? "" : " " + words.say("churn.why", note))));
            blocks.add(new Listing(words.say("churn.drivers.figure"), "", numbers(rows), SOURCE));
            return blocks;
        }
        blocks.add(new Prose(people + " " + findings(fitted)));
        blocks.add(figure(fitted, rows));
        return blocks;
    }

    private String people(long leavers, long stayers) {
        long all = leavers + stayers;
        return all == 0
                ? words.say("churn.drivers.nobody")
                : words.say("churn.drivers.people", words.count(all), words.count(leavers), leavers, all);
    }

    private String findings(List<Row> fitted) {
        List<String> sure = fitted.stream()
                .filter(DriversSection::isSure)
                .map(row -> words.say(
                        row.number("odds_ratio_per_sd") > 1 ? "churn.drivers.raises" : "churn.drivers.lowers",
                        features.name(row.text("feature")),
                        ChurnCells.ratio(words, row.number("odds_ratio_per_sd")),
                        interval(row)))
                .toList();
        return sure.stream()
                .reduce((some, next) -> words.say("churn.drivers.both", some, next))
                .map(all -> words.say("churn.drivers.sure", all))
                .orElseGet(() -> words.say("churn.drivers.unsure"));
    }

    private Figure figure(List<Row> fitted, List<Row> all) {
        List<Effect> effects = fitted.stream()
                .map(row -> new Effect(
                        features.name(row.text("feature")),
                        new Estimate(
                                row.number("odds_ratio_per_sd"),
                                row.number("odds_ratio_low"),
                                row.number("odds_ratio_high")),
                        words.say(
                                "churn.drivers.value",
                                ChurnCells.ratio(words, row.number("odds_ratio_per_sd")),
                                interval(row),
                                ChurnCells.chanceText(words, row.number("q_value"))),
                        isSure(row)))
                .toList();
        String title = words.say("churn.drivers.figure");
        return new Figure(
                title,
                words.say("churn.drivers.reading"),
                new ForestPlot(title, words.say("churn.drivers.axis"), effects).draw(words),
                numbers(all),
                SOURCE);
    }

    private Numbers numbers(List<Row> rows) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.drivers.feature"))
                .text(words.say("churn.drivers.meaning"))
                .number(words.say("churn.drivers.ratio"))
                .number(words.say("churn.interval"))
                .number("p")
                .number("q")
                .text(words.say("churn.note"));
        rows.stream()
                .limit(MOST)
                .forEach(row -> numbers.row(
                        Cell.text(features.name(row.text("feature"))),
                        Cell.text(features.meaning(row.text("feature"), row.text("meaning"))),
                        row.isMissing("odds_ratio_per_sd")
                                ? Cell.missing()
                                : Cell.number(
                                        ChurnCells.ratio(words, row.number("odds_ratio_per_sd")),
                                        row.number("odds_ratio_per_sd")),
                        row.isMissing("odds_ratio_low")
                                ? Cell.missing()
                                : Cell.number(interval(row), row.number("odds_ratio_low")),
                        ChurnCells.chance(words, row.number("p_value")),
                        ChurnCells.chance(words, row.number("q_value")),
                        Cell.text(row.text("note"))));
        if (rows.size() > MOST) {
            numbers.remark(
                    words.say("churn.drivers.cut", words.count(MOST), words.count(rows.size()), "churn_drivers"));
        }
        return numbers.build();
    }

    private String interval(Row row) {
        return words.say(
                "page.interval",
                ChurnCells.ratio(words, row.number("odds_ratio_low")),
                ChurnCells.ratio(words, row.number("odds_ratio_high")));
    }

    private static boolean isSure(Row row) {
        return row.number("q_value") <= ChurnCells.SURE;
    }
}
