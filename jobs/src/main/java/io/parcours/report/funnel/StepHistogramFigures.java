package io.parcours.report.funnel;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the times from step to step are spread: from the first to the last, and between neighbours. */
final class StepHistogramFigures {
    private static final int MOST_PAIRS = 12;

    private final Words words;
    /** By funnel: the bars of each pair of steps, in the order of the table. */
    private final Map<String, Map<Pair, List<Row>>> byFunnel = new HashMap<>();

    /** Two steps; the first is 0 where it is whichever was reached before. */
    private record Pair(long from, long to) {}

    StepHistogramFigures(Words words, WrittenTable table) {
        this.words = words;
        table.rows()
                .forEach(row -> byFunnel.computeIfAbsent(row.text("funnel"), name -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                new Pair(row.whole("from_step"), row.whole("to_step")), pair -> new ArrayList<>())
                        .add(row));
    }

    /** The funnel's histograms to choose from; nothing where it has none. */
    List<Block> of(FunnelFacts funnel) {
        Map<Pair, List<Row>> pairs = byFunnel.getOrDefault(funnel.name(), Map.of());
        Pair whole = new Pair(1, funnel.last().whole("step"));
        List<View> views = new ArrayList<>();
        if (pairs.containsKey(whole)) {
            views.add(view(funnel, pairs.get(whole)));
        }
        pairs.forEach((pair, bars) -> {
            boolean isNeighbours = pair.from() != 1 || pair.to() == 2;
            if (isNeighbours && !pair.equals(whole) && views.size() < MOST_PAIRS) {
                views.add(view(funnel, bars));
            }
        });
        if (views.isEmpty()) {
            return List.of();
        }
        return views.size() == 1 ? views.get(0).blocks() : List.of(new Choice(words.say("timing.choose"), views));
    }

    private View view(FunnelFacts funnel, List<Row> bars) {
        Row any = bars.get(0);
        String from = any.isMissing("from_step")
                ? words.say("timing.step-before")
                : label(funnel, any.whole("from_step"), any.text("from_step_name"));
        String pair = words.say("timing.pair", from, label(funnel, any.whole("to_step"), any.text("to_step_name")));
        return new View(pair, List.of(figure(pair, bars)));
    }

    private String label(FunnelFacts funnel, long number, String name) {
        return funnel.steps().stream()
                .filter(step -> step.whole("step") == number)
                .map(step -> funnel.brief(words, step))
                .findFirst()
                .orElse(name);
    }

    private Figure figure(String pair, List<Row> rows) {
        double scale =
                rows.stream().mapToDouble(row -> row.number("share")).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        Numbers.Builder numbers = new Numbers.Builder()
                .number(words.say("timing.from"))
                .number(words.say("timing.below"))
                .number(words.say("timing.count"))
                .number(words.say("timing.share"));
        for (Row row : rows) {
            double share = row.number("share");
            bars.add(new Bar(
                    words.say(
                            "page.interval",
                            words.duration(row.whole("seconds_from")),
                            words.duration(row.whole("seconds_to"))),
                    List.of(new Part(Ink.FIRST, scale > 0 ? share / scale : 0, words.percent(share))),
                    null,
                    words.percent(share),
                    words.count(row.whole("unit_count")),
                    false));
            numbers.row(
                    FunnelCells.duration(words, row.number("seconds_from")),
                    FunnelCells.duration(words, row.number("seconds_to")),
                    FunnelCells.count(words, row.whole("unit_count")),
                    Numbers.Cell.number(words.percent(share), share));
        }
        String title = words.say("timing.histogram", pair);
        return new Figure(
                title,
                words.say("timing.histogram.reading"),
                new Bars(title, List.of(), bars),
                numbers.remark(words.say("timing.histogram.remark")).build(),
                Source.of("step-times", "funnel_times", "seconds_from", "seconds_to", "unit_count", "share"));
    }
}
