package io.parcours.report.flow;

import io.parcours.report.chart.TextFit;
import io.parcours.report.flow.StageFlow.Kind;
import io.parcours.report.flow.StageFlow.Node;
import io.parcours.report.words.Words;
import java.util.Locale;

/** What nodes and columns of a flow are called. */
final class FlowNames {
    private final Words words;
    private final StageFlow flow;

    FlowNames(Words words, StageFlow flow) {
        this.words = words;
        this.flow = flow;
    }

    String of(Node node) {
        return TextFit.brief(full(node));
    }

    String full(Node node) {
        return node.kind() == Kind.STAGE
                ? flow.stages().get(node.stage())
                : words.say("flow.node." + node.kind().name().toLowerCase(Locale.ROOT));
    }

    String column(int column) {
        return column == 0
                ? words.say("flow.place.start")
                : column > StageFlow.POSITIONS
                        ? words.say("flow.place.further")
                        : words.say("flow.place.stage", words.count(column), column);
    }
}
