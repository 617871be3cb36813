package io.parcours.report;

import io.parcours.report.Block.Choice;
import io.parcours.report.Block.Figure;
import io.parcours.report.Block.Prose;
import io.parcours.report.Block.View;
import io.parcours.report.FunnelBreakdowns.Breakdown;
import io.parcours.report.Graphic.Bar;
import io.parcours.report.Graphic.Bars;
import io.parcours.report.Graphic.Part;
import io.parcours.report.Numbers.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The funnels: how many reach each step, how many are lost, and how many may still come; then what is lost where. */
final class FunnelChapter implements Chapter {
    /** So many funnels are shown in full. */
    static final int MOST_FUNNELS = 20;

    private static final int MOST_BREAKDOWNS = 8;

    @Override
    public List<Section> sections(ReportContext context) {
        List<FunnelFacts> all = FunnelFacts.of(context);
        if (all.isEmpty()) {
            return List.of();
        }
        Words words = context.words();
        List<FunnelFacts> shown = all.subList(0, Math.min(all.size(), MOST_FUNNELS));
        FunnelBreakdowns breakdowns = new FunnelBreakdowns(context.table("funnel_steps"));
        Map<String, List<Row>> trends = FunnelTrend.read(context.table("funnel_trend"), shown);
        List<Block> blocks = new ArrayList<>();
        if (all.size() > 1) {
            blocks.add(glance(words, shown, all.size()));
        }
        List<View> views = new ArrayList<>();
        for (FunnelFacts funnel : shown) {
            List<Row> trend = trends.getOrDefault(funnel.name(), List.of());
            views.add(new View(funnel.title(words), blocks(words, funnel, breakdowns.of(funnel), trend)));
        }
        blocks.addAll(
                views.size() == 1 ? views.get(0).blocks() : List.of(new Choice(words.say("funnels.choose"), views)));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("funnels", words.say("funnels.title"), words.say("funnels.lead"), blocks));
        DropOffSection.of(context, shown).ifPresent(sections::add);
        return sections;
    }

    private static List<Block> blocks(Words words, FunnelFacts funnel, List<Breakdown> breakdowns, List<Row> trend) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Prose(FunnelHeadline.of(words, funnel)));
        String definition = FunnelDefinition.of(words, funnel);
        if (!definition.isEmpty()) {
            blocks.add(new Prose(definition));
        }
        if (funnel.entered() == 0) {
            return blocks;
        }
        FunnelStepFigures figures = new FunnelStepFigures(words, funnel);
        List<Block> everybody = new ArrayList<>();
        everybody.add(figures.ofAll());
        if (funnel.steps().size() > 1) {
            everybody.add(figures.stepByStep());
        }
        if (breakdowns.isEmpty()) {
            blocks.addAll(everybody);
        } else {
            List<View> views = new ArrayList<>();
            views.add(new View(words.say("funnels.everybody"), everybody));
            for (Breakdown breakdown : breakdowns.subList(0, Math.min(breakdowns.size(), MOST_BREAKDOWNS))) {
                views.add(new View(
                        FunnelBreakdownFigure.name(words, funnel, breakdown),
                        List.of(FunnelBreakdownFigure.of(words, funnel, breakdown))));
            }
            blocks.add(new Choice(words.say("funnels.broken-down"), views));
        }
        blocks.addAll(FunnelTrend.of(words, funnel, trend));
        return blocks;
    }

    private static Figure glance(Words words, List<FunnelFacts> funnels, int all) {
        List<Bar> bars = new ArrayList<>();
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.funnel"))
                .text(words.say("funnels.last-step"))
                .number(words.say("funnels.entered"))
                .number(words.say("funnels.reached"))
                .number(words.say("funnels.progress"))
                .number(words.say("funnels.part-of-all"))
                .number(words.say("funnels.interval"));
        for (FunnelFacts funnel : funnels) {
            Row last = funnel.last();
            Estimate rate = last.estimate("rate_from_first");
            double entered = Math.max(1, funnel.entered());
            bars.add(new Bar(
                    funnel.title(words),
                    List.of(
                            new Part(
                                    Ink.REACHED,
                                    last.whole("reached_count") / entered,
                                    words.percent(last.number("rate_from_first"))),
                            new Part(Ink.PROGRESS, funnel.inProgress() / entered, words.count(funnel.inProgress()))),
                    rate,
                    words.percent(last.number("rate_from_first")),
                    words.say(
                            "funnels.glance-detail", funnel.units(words, funnel.entered()), funnel.label(words, last)),
                    funnel.entered() < ReportContext.FEW));
            numbers.row(
                    Cell.text(funnel.title(words)),
                    Cell.text(funnel.label(words, last)),
                    FunnelCells.count(words, funnel.entered()),
                    FunnelCells.count(words, last.whole("reached_count")),
                    FunnelCells.count(words, funnel.inProgress()),
                    FunnelCells.percent(words, last.number("rate_from_first"), funnel.entered()),
                    FunnelCells.interval(words, rate));
        }
        if (all > funnels.size()) {
            numbers.remark(words.say("funnels.glance.remark", words.count(funnels.size()), words.count(all)));
        }
        return new Figure(
                words.say("funnels.glance"),
                words.say("funnels.glance.reading"),
                new Bars(
                        words.say("funnels.glance"),
                        FunnelStepFigures.legend(words).stream()
                                .filter(entry -> entry.ink() != Ink.LOST)
                                .toList(),
                        bars),
                numbers.build(),
                Source.of("funnel", "funnel_steps", "reached_count", "in_progress_count", "rate_from_first"));
    }
}
