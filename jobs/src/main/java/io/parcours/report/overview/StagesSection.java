package io.parcours.report.overview;

import io.parcours.journey.Stage;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages of the map: who touched them, who came there through all the stages before, and where customers are now. */
final class StagesSection {
    private static final String LIFECYCLE = "lifecycle";
    private static final int MOST_STAGES = 20;
    private static final Map<String, Ink> INKS = new LinkedHashMap<>();

    static {
        List<Ink> inks = List.of(Ink.FIRST, Ink.THIRD, Ink.FOURTH, Ink.SECOND, Ink.FIFTH);
        for (int number = 0; number < inks.size(); number++) {
            INKS.put(CustomerStates.STATES.get(number), inks.get(number));
        }
    }

    private final ReportContext context;
    private final Words words;
    private final Optional<CustomerStates> states;

    StagesSection(ReportContext context, Optional<CustomerStates> states) {
        this.context = context;
        this.words = context.words();
        this.states = states;
    }

    /** The section; none where the map has no stages. */
    Optional<Section> section() {
        List<String> stages = context.tables().manifest().map().journey().stages().stream()
                .map(Stage::name)
                .limit(MOST_STAGES)
                .toList();
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        List<Row> steps = steps();
        if (!steps.isEmpty() && most(steps) > 0) {
            blocks.add(reached(steps));
        }
        states.ifPresent(counts -> blocks.add(now(stages, counts)));
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        if (states.isEmpty() && context.table("churn_customers").rowCount() > 0) {
            blocks.add(new Prose(words.say("flow.stages.many", "churn_customers")));
        }
        return Optional.of(
                new Section("stages", words.say("flow.stages.title"), words.say("flow.stages.lead"), blocks));
    }

    private List<Row> steps() {
        List<Row> steps = context.table("funnel_steps")
                .rows(
                        row -> row.text("breakdown").equals("all")
                                && row.text("funnel").equals(LIFECYCLE),
                        "funnel",
                        "breakdown",
                        "step_name",
                        "reached_count",
                        "open_count",
                        "rate_from_first",
                        "rate_from_first_low",
                        "rate_from_first_high");
        return steps.subList(0, Math.min(MOST_STAGES, steps.size()));
    }

    private static long most(List<Row> steps) {
        return steps.stream().mapToLong(step -> step.whole("open_count")).max().orElse(0);
    }

    private Figure reached(List<Row> steps) {
        double most = most(steps);
        long began = steps.get(0).whole("reached_count");
        List<Bar> bars = new ArrayList<>();
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("flow.stage"))
                .number(words.say("flow.stages.touched"))
                .number(words.say("flow.stages.inorder"))
                .number(words.say("flow.stages.rate"))
                .number(words.say("flow.interval"));
        for (Row step : steps) {
            long touched = step.whole("open_count");
            long inOrder = step.whole("reached_count");
            Estimate rate = step.estimate("rate_from_first");
            boolean isFew = began < ReportContext.FEW;
            bars.add(new Bar(
                    words.say("flow.stages.label", step.text("step_name"), words.count(inOrder)),
                    List.of(
                            new Part(
                                    Ink.REACHED,
                                    inOrder / most,
                                    words.say("flow.stages.inorder.title", words.count(inOrder))),
                            new Part(
                                    Ink.SIXTH,
                                    (touched - inOrder) / most,
                                    words.say("flow.stages.otherwise.title", words.count(touched - inOrder)))),
                    scaled(rate, began / most),
                    words.percent(step.number("rate_from_first")),
                    rate == null ? "" : words.say("flow.stages.detail", words.percentInterval(rate)),
                    isFew));
            Cell shown = rate == null ? Cell.missing() : Cell.number(words.percent(rate.value()), rate.value());
            numbers.row(
                    Cell.text(step.text("step_name")),
                    Cell.number(words.count(touched), touched),
                    Cell.number(words.count(inOrder), inOrder),
                    isFew ? shown.few() : shown,
                    Cell.interval(words, rate));
        }
        Row last = steps.get(steps.size() - 1);
        String title = words.say(
                began == 0 ? "flow.stages.reached.title.none" : "flow.stages.reached.title",
                words.percent(last.number("rate_from_first")),
                words.percentInterval(last.estimate("rate_from_first")),
                words.count(began),
                TextFit.brief(steps.get(0).text("step_name")),
                TextFit.brief(last.text("step_name")));
        return new Figure(
                title,
                words.say("flow.stages.reached.reading"),
                new Bars(
                        title,
                        List.of(
                                new Legend(Ink.REACHED, words.say("flow.stages.inorder")),
                                new Legend(Ink.SIXTH, words.say("flow.stages.otherwise")),
                                new Legend(Ink.WHISKER, words.say("flow.stages.whisker"))),
                        bars),
                numbers.build(),
                Source.of("stage-reached", "funnel_steps", "open_count", "reached_count", "rate_from_first"));
    }

    /** An interval of a rate, laid over a scale of counts. */
    private static Estimate scaled(Estimate rate, double by) {
        return rate == null || !rate.hasInterval()
                ? null
                : new Estimate(rate.value() * by, rate.low() * by, rate.high() * by);
    }

    private Figure now(List<String> stages, CustomerStates counts) {
        List<String> rows = new ArrayList<>(stages);
        if (counts.furthest(CustomerStates.noStage()) > 0) {
            rows.add(CustomerStates.noStage());
        }
        double most =
                Math.max(1, rows.stream().mapToLong(counts::furthest).max().orElse(1));
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("flow.stages.furthest"))
                .number(words.say("flow.customers"))
                .number(words.say("flow.share"));
        INKS.keySet().forEach(state -> numbers.number(words.say("flow.state." + state)));
        List<Bar> bars = new ArrayList<>();
        for (String stage : rows) {
            String name = stage.equals(CustomerStates.noStage()) ? words.say("flow.stages.none") : stage;
            long customers = counts.furthest(stage);
            double share = (double) customers / counts.customers();
            List<Part> parts = new ArrayList<>();
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(name));
            cells.add(Cell.number(words.count(customers), customers));
            cells.add(Cell.number(words.percent(share), share));
            INKS.forEach((state, ink) -> {
                long inState = counts.furthest(stage, state);
                String title = words.say("flow.state.title", words.say("flow.state." + state), words.count(inState));
                parts.add(new Part(ink, inState / most, title));
                cells.add(Cell.number(words.count(inState), inState));
            });
            bars.add(new Bar(name, parts, null, words.count(customers), words.percent(share), false));
            numbers.row(cells.toArray(Cell[]::new));
        }
        String title = words.say("flow.stages.now.title", words.count(counts.customers()), counts.customers());
        List<Legend> legend = new ArrayList<>();
        INKS.forEach((state, ink) -> legend.add(new Legend(ink, words.say("flow.state." + state))));
        return new Figure(
                title,
                words.say("flow.stages.now.reading"),
                new Bars(title, legend, bars),
                numbers.build(),
                Source.of("stage-now", "churn_customers", "furthest_stage", "state"));
    }
}
