package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where customers are now, and how likely they are to fall silent. */
final class StatesSection {
    private final Words words;
    private final ReportContext context;
    private final StateCounts states;
    private final ModelFigures models;
    private final ChurnRules rules;

    StatesSection(ReportContext context, StateCounts states, ModelFigures models) {
        this.words = context.words();
        this.context = context;
        this.states = states;
        this.models = models;
        this.rules = context.tables().manifest().mapOf("churn_customers").churn();
    }

    Optional<Section> section() {
        if (!states.isThere()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        if (states.total() == 0) {
            blocks.add(new Prose(words.say("churn.nobody")));
        } else {
            blocks.add(headline());
            blocks.add(stateFigure());
            blocks.add(meanings());
            blocks.addAll(risk());
            blocks.addAll(new LifecycleFigures(context, rules).blocks());
        }
        return Optional.of(new Section("churn", words.say("churn.title"), words.say("churn.lead"), blocks));
    }

    /** The ink of a state, the same wherever states are drawn. */
    static Ink ink(String state) {
        return switch (state) {
            case "new" -> Ink.FIRST;
            case "current" -> Ink.THIRD;
            case "returned" -> Ink.FOURTH;
            case "at_risk" -> Ink.SECOND;
            default -> Ink.FIFTH;
        };
    }

    private Prose headline() {
        long total = states.total();
        long dormant = states.ofState("dormant");
        long atRisk = states.ofState("at_risk");
        long active = total - dormant - atRisk;
        return new Prose(words.say(
                "churn.headline",
                words.count(total),
                words.count(active),
                words.percent(ChurnCells.share(active, total)),
                words.count(atRisk),
                words.percent(ChurnCells.share(atRisk, total)),
                words.count(dormant),
                words.percent(ChurnCells.share(dormant, total)),
                total));
    }

    private Figure stateFigure() {
        List<Bar> bars = new ArrayList<>();
        Numbers.Builder numbers = counted("churn.state");
        for (String state : StateCounts.STATES) {
            String name = words.name("churn.state", state);
            bars.add(bar(name, ink(state), states.ofState(state)));
            numbers.row(row(name, states.ofState(state)));
        }
        return new Figure(
                words.say("churn.states.title"),
                "",
                new Bars(words.say("churn.states.title"), List.of(), bars),
                numbers.build(),
                Source.of("churn-state", "churn_customers", "state"));
    }

    private Listing meanings() {
        String limit = ChurnCells.duration(words, rules.inactiveAfter());
        String half = ChurnCells.duration(words, rules.inactiveAfter().dividedBy(2));
        Numbers.Builder numbers =
                new Numbers.Builder().text(words.say("churn.state")).text(words.say("churn.means"));
        for (String state : StateCounts.STATES) {
            numbers.row(
                    Cell.text(words.name("churn.state", state)),
                    Cell.text(words.say("churn.means." + state, limit, half)));
        }
        return new Listing(
                words.say("churn.means.title"),
                words.say("churn.means.reading"),
                numbers.build(),
                Source.of("churn-state", "churn_customers", "state", "last_at", "days_since_last"));
    }

    private List<Block> risk() {
        List<Block> blocks = new ArrayList<>();
        if (models.isRuleOfThumb()) {
            String note = models.note(ModelFigures.THUMB, "final", "rule_of_thumb_used");
            blocks.add(new Notice(words.say("churn.thumb") + (note == null ? "" : " " + words.say("churn.why", note))));
        } else {
            String model = ChurnModels.ofMap(rules);
            blocks.add(new Prose(words.say("churn.model.speaks", words.name("churn.model", model))));
        }
        List<Bar> bars = new ArrayList<>();
        Numbers.Builder numbers = counted("churn.risk");
        for (String risk : StateCounts.RISKS) {
            String name = words.name("churn.risk", risk);
            bars.add(bar(name, Ink.FIRST, states.ofRisk(risk)));
            numbers.row(row(name, states.ofRisk(risk)));
        }
        blocks.add(new Figure(
                words.say("churn.risk.title"),
                riskReading(),
                new Bars(words.say("churn.risk.title"), List.of(), bars),
                numbers.build(),
                Source.of("churn-risk", "churn_customers", "churn_risk", "churn_probability")));
        return blocks;
    }

    private String riskReading() {
        Duration limit = rules.inactiveAfter();
        return words.say(
                "churn.risk.reading",
                ChurnCells.duration(words, limit),
                words.percent(rules.buying().mediumRisk()),
                words.percent(rules.buying().highRisk()));
    }

    private Numbers.Builder counted(String head) {
        return new Numbers.Builder()
                .text(words.say(head))
                .number(words.say("churn.customers"))
                .number(words.say("churn.share"));
    }

    private Cell[] row(String name, long count) {
        return new Cell[] {
            Cell.text(name),
            ChurnCells.count(words, count),
            ChurnCells.percent(words, ChurnCells.share(count, states.total()))
        };
    }

    private Bar bar(String name, Ink ink, long count) {
        double share = ChurnCells.share(count, states.total());
        String shown = words.count(count);
        return new Bar(
                name, List.of(new Part(ink, share, name + " " + shown)), null, shown, words.percent(share), false);
    }
}
