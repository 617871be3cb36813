package io.parcours.report.funnel;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.List;

/** All funnels beside each other: who reached the last step of each. */
final class FunnelGlance {

    private FunnelGlance() {}

    /** @param all how many funnels there are, shown or not */
    static Figure of(Words words, List<FunnelFacts> funnels, int all) {
        List<Legend> legend = FunnelStepFigures.legend(words).stream()
                .filter(entry -> entry.ink() != Ink.LOST)
                .toList();
        List<Bar> bars = funnels.stream().map(funnel -> bar(words, funnel)).toList();
        return new Figure(
                words.say("funnels.glance"),
                words.say("funnels.glance.reading"),
                new Bars(words.say("funnels.glance"), legend, bars),
                numbers(words, funnels, all),
                Source.of("funnel", "funnel_steps", "reached_count", "in_progress_count", "rate_from_first"));
    }

    private static Bar bar(Words words, FunnelFacts funnel) {
        Row last = funnel.last();
        double entered = Math.max(1, funnel.entered());
        return new Bar(
                funnel.title(words),
                List.of(
                        part(words, Ink.REACHED, "funnels.reached", last.whole("reached_count"), entered),
                        part(words, Ink.PROGRESS, "funnels.progress", funnel.inProgress(), entered)),
                last.estimate("rate_from_first"),
                words.percent(last.number("rate_from_first")),
                words.say("funnels.glance-detail", funnel.units(words, funnel.entered()), funnel.brief(words, last)),
                funnel.entered() < ReportContext.FEW);
    }

    private static Part part(Words words, Ink ink, String key, long count, double entered) {
        return new Part(ink, count / entered, words.say("funnels.part", words.say(key), words.count(count)));
    }

    private static Numbers numbers(Words words, List<FunnelFacts> funnels, int all) {
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
            numbers.row(
                    Cell.text(funnel.title(words)),
                    Cell.text(funnel.label(words, last)),
                    FunnelCells.count(words, funnel.entered()),
                    FunnelCells.count(words, last.whole("reached_count")),
                    FunnelCells.count(words, funnel.inProgress()),
                    FunnelCells.percent(words, last.number("rate_from_first"), funnel.entered()),
                    Cell.interval(words, last.estimate("rate_from_first")));
        }
        return all > funnels.size()
                ? numbers.remark(words.say("funnels.glance.remark", words.count(funnels.size()), words.count(all)))
                        .build()
                : numbers.build();
    }
}
