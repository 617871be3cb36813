package io.parcours.report.funnel;

import io.parcours.report.data.Row;
import io.parcours.report.funnel.FunnelBreakdowns.Breakdown;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The funnels: how many reach each step, how many are lost, and how many may still come; then what is lost where. */
public final class FunnelChapter implements Chapter {
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
            blocks.add(FunnelGlance.of(words, shown, all.size()));
        }
        List<View> views = new ArrayList<>();
        for (FunnelFacts funnel : shown) {
            List<Row> trend = trends.getOrDefault(funnel.name(), List.of());
            views.add(new View(funnel.brief(words), blocks(context, funnel, breakdowns.of(funnel), trend)));
        }
        blocks.addAll(
                views.size() == 1 ? views.get(0).blocks() : List.of(new Choice(words.say("funnels.choose"), views)));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("funnels", words.say("funnels.title"), words.say("funnels.lead"), blocks));
        DropOffSection.of(context, shown).ifPresent(sections::add);
        return sections;
    }

    private static List<Block> blocks(
            ReportContext context, FunnelFacts funnel, List<Breakdown> breakdowns, List<Row> trend) {
        Words words = context.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Prose(FunnelHeadline.of(words, funnel)));
        String definition = FunnelDefinition.of(words, funnel);
        if (!definition.isEmpty()) {
            blocks.add(new Prose(definition));
        }
        if (funnel.entered() == 0) {
            return blocks;
        }
        FunnelStepFigures figures = new FunnelStepFigures(context, funnel);
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
                        List.of(FunnelBreakdownFigure.of(context, funnel, breakdown))));
            }
            blocks.add(new Choice(words.say("funnels.broken-down"), views));
        }
        blocks.addAll(FunnelTrend.of(words, funnel, trend));
        return blocks;
    }
}
