package io.parcours.report.funnel;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long it takes: how many have converted by when, and how long each step takes those who reach it. */
public final class TimingChapter implements Chapter {
    private static final String CURVE = "funnel:";

    @Override
    public List<Section> sections(ReportContext context) {
        Words words = context.words();
        List<FunnelFacts> funnels = FunnelFacts.of(context).stream()
                .filter(funnel -> funnel.entered() > 0 && funnel.steps().size() > 1)
                .limit(FunnelChapter.MOST_FUNNELS)
                .toList();
        if (funnels.isEmpty()) {
            return List.of();
        }
        Map<String, List<Row>> curves = curves(context.table("survival"));
        StepHistogramFigures histograms = new StepHistogramFigures(words, context.table("funnel_times"));
        List<View> views = new ArrayList<>();
        for (FunnelFacts funnel : funnels) {
            List<Block> blocks = new ArrayList<>(headline(words, funnel));
            if (funnel.last().whole("reached_count") > 0) {
                blocks.addAll(ConversionCurve.of(words, funnel, curves.getOrDefault(funnel.name(), List.of())));
            }
            blocks.addAll(StepTimesListing.of(words, funnel));
            blocks.addAll(histograms.of(funnel));
            views.add(new View(funnel.brief(words), blocks));
        }
        List<Block> blocks =
                views.size() == 1 ? views.get(0).blocks() : List.of(new Choice(words.say("funnels.choose"), views));
        return List.of(new Section("time-to-convert", words.say("timing.title"), words.say("timing.lead"), blocks));
    }

    private static List<Block> headline(Words words, FunnelFacts funnel) {
        Row last = funnel.last();
        if (last.isMissing("seconds_from_first_p50")) {
            return List.of(new Prose(
                    words.say("timing.nobody", funnel.units(words, funnel.entered()), funnel.brief(words, last))));
        }
        return List.of(new Prose(words.say(
                "timing.headline",
                funnel.units(words, last.whole("reached_count")),
                funnel.brief(words, last),
                words.duration(last.number("seconds_from_first_p50")),
                words.duration(last.number("seconds_from_first_p90")),
                last.whole("reached_count"))));
    }

    /** The rows of everybody's curve, by the funnel's name. */
    private static Map<String, List<Row>> curves(WrittenTable survival) {
        Map<String, List<Row>> curves = new HashMap<>();
        survival.rows(row ->
                        row.text("curve").startsWith(CURVE) && row.text("group").equals(FunnelFacts.ALL))
                .forEach(row -> curves.computeIfAbsent(
                                row.text("curve").substring(CURVE.length()), name -> new ArrayList<>())
                        .add(row));
        return curves;
    }
}
