package io.parcours.report.flow;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Ink;
import io.parcours.report.chart.Plane;
import io.parcours.report.chart.Plane.PathText;
import io.parcours.report.chart.TextFit;
import io.parcours.report.flow.StageFlow.Kind;
import io.parcours.report.flow.StageFlow.Node;
import io.parcours.report.flow.StageFlow.Step;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a flow: columns from left to right, ribbons as thick as the journeys are many. */
final class FlowDrawing {
    private static final int WIDTH = 900;
    private static final double LEFT = 4;
    private static final double TOP = 34;
    private static final double NODE = 10;
    private static final double LABEL = 112;
    private static final double ALL_JOURNEYS = 320;
    private static final double LEAST_SLOT = 32;
    private static final double GAP = 9;
    private static final double THINNEST = 0.5;

    private final Words words;
    private final StageFlow flow;
    private final FlowNames names;
    private final double scale;
    private final Map<Node, Double> tops = new HashMap<>();
    private final int columns;
    private double bottom = TOP;

    FlowDrawing(Words words, StageFlow flow, FlowNames names) {
        this.words = words;
        this.flow = flow;
        this.names = names;
        this.scale = ALL_JOURNEYS / flow.journeys();
        this.columns =
                1 + flow.nodes().keySet().stream().mapToInt(Node::column).max().orElse(0);
        place();
    }

    /** Every node has a place of its own, high enough for its label: so labels cannot meet. */
    private void place() {
        double[] free = new double[columns];
        flow.nodes().forEach((node, journeys) -> {
            double height = height(journeys);
            double slot = Math.max(height, LEAST_SLOT);
            double top = TOP + free[node.column()];
            tops.put(node, top + (slot - height) / 2);
            free[node.column()] += slot + GAP;
            bottom = Math.max(bottom, top + slot);
        });
    }

    private double height(long journeys) {
        return Math.max(1, journeys * scale);
    }

    private double left(Node node) {
        return LEFT + node.column() * pitch();
    }

    private double pitch() {
        return (WIDTH - LEFT - NODE - LABEL) / Math.max(1, columns - 1);
    }

    /** How many journeys the steps have that are too thin to be drawn. */
    long undrawn() {
        return flow.steps().values().stream()
                .filter(this::isTooThin)
                .mapToLong(Long::longValue)
                .sum();
    }

    private boolean isTooThin(long journeys) {
        return journeys * scale < THINNEST;
    }

    Drawing draw(String summary) {
        Plane plane = new Plane();
        for (int column = 0; column < columns; column++) {
            plane.text(Ink.AXIS, LEFT + column * pitch(), 16, Anchor.START, fit(names.column(column)));
        }
        ribbons(plane);
        flow.nodes()
                .forEach((node, journeys) ->
                        plane.box(ink(node), left(node), tops.get(node), NODE, height(journeys), full(node, journeys)));
        flow.nodes().forEach((node, journeys) -> label(plane, node, journeys));
        return new Drawing(summary, legend(), WIDTH, (int) Math.ceil(bottom + 6), plane.marks());
    }

    private String fit(String text) {
        return TextFit.cut(text, Math.min(LABEL, pitch() - NODE) - 8, Plane.LETTERS);
    }

    private void ribbons(Plane plane) {
        Map<Node, Double> leaving = new HashMap<>(tops);
        Map<Node, Double> arriving = new HashMap<>(tops);
        flow.steps().forEach((step, journeys) -> {
            double thickness = journeys * scale;
            double from = leaving.get(step.from());
            double to = arriving.get(step.to());
            leaving.put(step.from(), from + thickness);
            arriving.put(step.to(), to + thickness);
            if (!isTooThin(journeys)) {
                plane.shape(flowInk(step.from()), ribbon(step, from, to, thickness), title(step, journeys));
            }
        });
    }

    private String ribbon(Step step, double from, double to, double thickness) {
        double start = left(step.from()) + NODE;
        double end = left(step.to());
        double middle = (start + end) / 2;
        return new PathText()
                .to(start, from)
                .curve(middle, from, middle, to, end, to)
                .line(end, to + thickness)
                .curve(middle, to + thickness, middle, from + thickness, start, from + thickness)
                .close()
                .toString();
    }

    private String title(Step step, long journeys) {
        return words.say(
                "flow.step.title",
                names.of(step.from()),
                names.of(step.to()),
                words.count(journeys),
                journeys,
                words.percent((double) journeys / flow.journeys()));
    }

    private void label(Plane plane, Node node, long journeys) {
        double middle = tops.get(node) + height(journeys) / 2;
        double x = left(node) + NODE + 5;
        plane.text(Ink.TEXT, x, middle - 2, Anchor.START, fit(names.of(node)));
        plane.text(Ink.FAINT, x, middle + 14, Anchor.START, words.count(journeys));
    }

    private String full(Node node, long journeys) {
        return words.say(
                "flow.node.title",
                names.full(node),
                words.count(journeys),
                journeys,
                words.percent((double) journeys / flow.journeys()));
    }

    private static Ink ink(Node node) {
        return node.kind() == Kind.CONVERTED ? Ink.REACHED : node.kind() == Kind.NOT_CONVERTED ? Ink.FAINT : Ink.TEXT;
    }

    private static Ink flowInk(Node node) {
        return node.kind() == Kind.STAGE ? Ink.flow(node.stage()) : Ink.OTHER_FLOW;
    }

    private List<Legend> legend() {
        List<Legend> legend = new ArrayList<>();
        for (int stage = 0; stage < flow.stages().size(); stage++) {
            legend.add(new Legend(
                    Ink.flow(stage),
                    words.say("flow.legend", TextFit.brief(flow.stages().get(stage)))));
        }
        return legend;
    }
}
