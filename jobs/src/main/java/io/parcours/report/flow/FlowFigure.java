package io.parcours.report.flow;

import io.parcours.report.flow.StageFlow.Kind;
import io.parcours.report.flow.StageFlow.Node;
import io.parcours.report.flow.StageFlow.Step;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The flow between stages as a figure: its headline, its drawing, its numbers. */
final class FlowFigure {
    private static final int MOST_ROWS = 60;

    private final Words words;
    private final StageFlow flow;
    private final FlowNames names;

    FlowFigure(Words words, StageFlow flow) {
        this.words = words;
        this.flow = flow;
        this.names = new FlowNames(words, flow);
    }

    List<Block> blocks() {
        String title = words.say("flow.figure.title", words.count(flow.journeys()), flow.journeys());
        FlowDrawing drawing = new FlowDrawing(words, flow, names);
        return List.of(
                new Prose(headline()),
                new Figure(
                        title,
                        words.say("flow.figure.reading", words.count(StageFlow.POSITIONS)),
                        drawing.draw(title),
                        numbers(drawing),
                        Source.of("stage-paths", "paths", "path", "journey_count", "converted_count")));
    }

    private String headline() {
        Map.Entry<Node, Long> first = flow.nodes().entrySet().stream()
                .filter(node -> node.getKey().column() == 1)
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        return words.say(
                "flow.headline",
                names.of(first.getKey()),
                words.count(first.getValue()),
                words.count(flow.journeys()),
                words.count(flow.converted()),
                flow.journeys());
    }

    private Numbers numbers(FlowDrawing drawing) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("flow.place"))
                .text(words.say("flow.from"))
                .text(words.say("flow.to"))
                .number(words.say("flow.journeys"))
                .number(words.say("flow.share"));
        flow.steps().entrySet().stream()
                .sorted(Map.Entry.<Step, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_ROWS)
                .forEach(step -> {
                    Node from = step.getKey().from();
                    double share = (double) step.getValue() / flow.journeys();
                    Cell count = Cell.number(words.count(step.getValue()), step.getValue());
                    numbers.row(
                            Cell.text(names.column(from.column())),
                            Cell.text(names.of(from)),
                            Cell.text(names.of(step.getKey().to())),
                            step.getValue() < ReportContext.FEW ? count.few() : count,
                            Cell.number(words.percent(share), share));
                });
        return numbers.remark(remark(drawing)).build();
    }

    private String remark(FlowDrawing drawing) {
        StringBuilder remark = new StringBuilder();
        boolean isGathered = flow.nodes().keySet().stream().anyMatch(node -> node.kind() == Kind.OTHER);
        if (isGathered) {
            remark.append(words.say("flow.gathered", words.percent(StageFlow.SMALL)))
                    .append(' ');
        }
        if (drawing.undrawn() > 0) {
            remark.append(words.say("flow.undrawn", words.count(drawing.undrawn()), drawing.undrawn()))
                    .append(' ');
        }
        if (flow.steps().size() > MOST_ROWS) {
            remark.append(words.say(
                    "flow.cut", words.count(MOST_ROWS), words.count(flow.steps().size()), "paths"));
        }
        return remark.toString().strip();
    }
}
