package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Fold;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether to believe what is foreseen: what the models expected against what came. */
final class CalibrationSection {
    private final Words words;
    private final ReportContext context;
    private final ModelFigures models;
    private final ChurnRules rules;
    private final String ofMap;
    private final CalibrationFigures figures;

    CalibrationSection(ReportContext context, ModelFigures models) {
        this.words = context.words();
        this.context = context;
        this.models = models;
        this.rules = context.tables().manifest().mapOf("churn_model").churn();
        this.ofMap = ChurnModels.ofMap(rules);
        this.figures = new CalibrationFigures(words);
    }

    Optional<Section> section() {
        List<CalibrationGroup> groups = CalibrationGroup.read(context.table("churn_calibration"));
        if (models.rows().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(new BackTestVerdict(context, models, rules).blocks());
        risks(groups).ifPresent(blocks::add);
        blocks.addAll(new LeadTimes(words, models, rules).blocks());
        List<View> views = Stream.of(ofMap, "bg_nbd", "mbg_nbd", "pareto_nbd", ModelFigures.THUMB, ModelFigures.LEAVING)
                .distinct()
                .map(model -> new View(words.name("churn.model", model), views(groups, model)))
                .filter(view -> !view.blocks().isEmpty())
                .toList();
        if (views.isEmpty()) {
            String note = models.note(ModelFigures.THUMB, "final", "rule_of_thumb_used");
            blocks.add(new Prose(
                    words.say("churn.calibration.nothing") + (note == null ? "" : " " + words.say("churn.why", note))));
        } else {
            blocks.add(new Choice(words.say("churn.calibration.choose"), views));
        }
        blocks.add(new Fold(words.say("churn.model.fold"), List.of(parameters())));
        return Optional.of(new Section(
                "calibration", words.say("churn.calibration.title"), words.say("churn.calibration.lead"), blocks));
    }

    /** The bands of risk as the map's model has them, or else the rule of thumb. */
    private Optional<Block> risks(List<CalibrationGroup> groups) {
        return Stream.of(ofMap, ModelFigures.THUMB)
                .map(model -> CalibrationGroup.left(groups, model, "risk"))
                .filter(risks -> !risks.isEmpty())
                .findFirst()
                .map(figures::risks);
    }

    private List<Block> views(List<CalibrationGroup> groups, String model) {
        List<CalibrationGroup> all = CalibrationGroup.left(groups, model, "all");
        List<CalibrationGroup> tenths = CalibrationGroup.left(groups, model, "tenth");
        List<CalibrationGroup> parts = tenths.isEmpty() ? CalibrationGroup.left(groups, model, "state") : tenths;
        if (all.isEmpty() || parts.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        String reading = words.say("churn.calibration.reading." + (tenths.isEmpty() ? "state" : "tenth"))
                + (model.endsWith("_nbd") ? " " + words.say("churn.calibration.raw") : "");
        blocks.add(figures.plot(title(model, all.get(0)), reading, parts));
        if (!tenths.isEmpty() && tenths.stream().allMatch(tenth -> tenth.gain() != null)) {
            CalibrationGroup first = tenths.get(0);
            String title = words.say(
                    "churn.gains.title",
                    words.percent(ChurnCells.share(first.customers(), all.get(0).customers())),
                    words.percent(first.gain()));
            blocks.add(figures.gains(title, tenths));
        }
        return blocks;
    }

    /** Whether the level is right is said first: what was expected of all, and whether it lies in the interval. */
    private String title(String model, CalibrationGroup all) {
        Estimate actual = all.actual();
        boolean isNear = actual.hasInterval() && all.expected() >= actual.low() && all.expected() <= actual.high();
        String key = isNear ? "near" : all.expected() > actual.value() ? "high" : "low";
        return words.say(
                "churn.calibration.figure." + key,
                words.name("churn.model", model),
                words.number(all.expected(), 0),
                words.count(all.customers()),
                words.count((long) actual.value()),
                actual.hasInterval()
                        ? words.say("page.interval", words.number(actual.low(), 0), words.number(actual.high(), 0))
                        : words.missing());
    }

    private Listing parameters() {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.model.head"))
                .text(words.say("churn.model.fit"))
                .text(words.say("churn.model.figure"))
                .number(words.say("churn.model.estimate"))
                .number(words.say("churn.model.error"))
                .text(words.say("churn.note"));
        for (Row row : models.rows()) {
            numbers.row(
                    Cell.text(words.name("churn.model", row.text("model"))),
                    Cell.text(words.name("churn.fit.short", row.text("fit"))),
                    Cell.text(row.text("name")),
                    ChurnCells.number(words, row.number("estimate")),
                    ChurnCells.number(words, row.number("standard_error")),
                    Cell.text(row.text("note")));
        }
        return new Listing(
                words.say("churn.model.title"),
                words.say("churn.model.reading"),
                numbers.build(),
                Source.of("churn-model", "churn_model", "model", "fit", "name", "estimate", "standard_error", "note"));
    }
}
