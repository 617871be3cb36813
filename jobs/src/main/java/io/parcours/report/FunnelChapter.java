package io.parcours.report;

import io.parcours.report.Block.Figure;
import io.parcours.report.Graphic.Bar;
import io.parcours.report.Graphic.Bars;
import io.parcours.report.Graphic.Legend;
import io.parcours.report.Graphic.Part;
import io.parcours.report.Numbers.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The funnels: how many reach each step, how many are lost, and how many may still come. */
final class FunnelChapter implements Chapter {

    @Override
    public List<Section> sections(ReportContext context) {
        Map<String, List<Row>> funnels = new LinkedHashMap<>();
        context.table("funnel_steps")
                .rows(row -> row.text("breakdown").equals("all"))
                .forEach(row -> funnels.computeIfAbsent(row.text("funnel"), missing -> new ArrayList<>())
                        .add(row));
        if (funnels.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        funnels.forEach((name, steps) -> blocks.add(figure(context.words(), name, steps)));
        return List.of(new Section(
                "funnels", context.words().say("funnels.title"), context.words().say("funnels.lead"), blocks));
    }

    private static Figure figure(Words words, String name, List<Row> steps) {
        double entered = Math.max(1, steps.get(0).whole("reached_count"));
        List<Bar> bars = new ArrayList<>();
        Numbers.Builder numbers =
                new Numbers.Builder().text(words.say("funnels.step")).number(words.say("funnels.reached"));
        for (Row step : steps) {
            long reached = step.whole("reached_count");
            long inProgress = step.whole("in_progress_count");
            Estimate rate = step.estimate("rate_from_first");
            bars.add(new Bar(
                    step.text("step_name"),
                    List.of(
                            new Part(Ink.REACHED, reached / entered, words.count(reached)),
                            new Part(Ink.PROGRESS, inProgress / entered, words.count(inProgress))),
                    rate,
                    words.count(reached),
                    words.percent(step.number("rate_from_first")),
                    reached < ReportContext.FEW));
            numbers.row(Cell.text(step.text("step_name")), Cell.number(words.count(reached), reached));
        }
        return new Figure(
                name,
                "",
                new Bars(
                        name,
                        List.of(
                                new Legend(Ink.REACHED, words.say("funnels.reached")),
                                new Legend(Ink.PROGRESS, words.say("funnels.progress"))),
                        bars),
                numbers.build(),
                Source.of("funnel", "funnel_steps", "reached_count", "in_progress_count"));
    }
}
