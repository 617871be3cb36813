package io.parcours.report.chart;

import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Plane.PathText;
import io.parcours.report.data.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Estimates one below the other with their intervals, on both sides of a line where nothing is to be seen.
 *
 * @param summary what they say, for those who cannot see them
 * @param axis what the axis measures
 * @param scaling where the line stands
 * @param lines the estimates
 * @param label how a number on the axis is written
 */
public record Forest(String summary, String axis, Scaling scaling, List<Line> lines, DoubleFunction<String> label) {
    private static final int WIDTH = 720;
    private static final double LEFT = 236;
    private static final double RIGHT = 532;
    private static final double TOP = 10;
    private static final double EACH = 28;
    private static final double BELOW = 46;
    private static final double MOST_RATIO = 1000;

    public Forest {
        lines = List.copyOf(lines);
    }

    /** How the axis runs. */
    public enum Scaling {
        /** Ratios, around 1: twice as much is as far as half as much. */
        RATIO,
        /** Differences, around 0. */
        DIFFERENCE
    }

    /**
     * An estimate; one beyond the axis is drawn as an arrow at its end.
     *
     * @param label what it is of
     * @param figure the estimate as a text
     */
    public record Line(String label, Estimate estimate, String figure) {}

    /** The drawing of it. */
    public Drawing draw() {
        Scale scale = scale();
        double bottom = TOP + EACH * lines.size();
        Plane plane = new Plane();
        for (double tick : ticks(scale)) {
            plane.line(Ink.GRID, scale.place(tick), TOP, scale.place(tick), bottom);
            plane.text(Ink.AXIS, scale.place(tick), bottom + 18, Anchor.MIDDLE, label.apply(shown(tick)));
        }
        plane.line(Ink.AXIS, scale.place(0), TOP, scale.place(0), bottom + 4);
        plane.text(Ink.FAINT, RIGHT, bottom + 38, Anchor.END, axis);
        for (int number = 0; number < lines.size(); number++) {
            line(plane, lines.get(number), scale, TOP + EACH * (number + 0.5));
        }
        return new Drawing(summary, List.of(), WIDTH, (int) Math.ceil(bottom + BELOW), plane.marks());
    }

    private void line(Plane plane, Line line, Scale scale, double y) {
        plane.text(Ink.TEXT, LEFT - 14, y + 4, Anchor.END, TextFit.cut(line.label(), LEFT - 16, Plane.LETTERS));
        plane.text(
                Ink.FAINT,
                RIGHT + 14,
                y + 4,
                Anchor.START,
                TextFit.cut(line.figure(), WIDTH - RIGHT - 14, Plane.LETTERS));
        Estimate estimate = line.estimate();
        double x = scale.place(clamped(scale, placed(estimate.value())));
        if (estimate.hasInterval()) {
            double from = scale.place(clamped(scale, placed(estimate.low())));
            double to = scale.place(clamped(scale, placed(estimate.high())));
            plane.line(Ink.WHISKER, from, y, to, y);
            plane.line(Ink.WHISKER, from, y - 4, from, y + 4);
            plane.line(Ink.WHISKER, to, y - 4, to, y + 4);
        }
        Ink ink = isAbove(estimate.value()) == (scaling == Scaling.RATIO) ? Ink.LOST : Ink.REACHED;
        String title = line.label() + " " + line.figure();
        double place = placed(estimate.value());
        if (place > scale.high() || place < scale.low()) {
            double out = place > scale.high() ? 9 : -9;
            plane.shape(
                    ink,
                    new PathText()
                            .to(x - out, y - 6)
                            .line(x, y)
                            .line(x - out, y + 6)
                            .close()
                            .toString(),
                    title);
        } else {
            plane.dot(ink, x, y, 5, title);
        }
    }

    private boolean isAbove(double value) {
        return placed(value) > 0;
    }

    /** Where a number lies on the axis. */
    private double placed(double value) {
        return scaling == Scaling.RATIO ? Math.log10(value) : value;
    }

    /** The number at a place of the axis. */
    private double shown(double place) {
        return scaling == Scaling.RATIO ? Math.pow(10, place) : place;
    }

    private static double clamped(Scale scale, double place) {
        return Math.max(scale.low(), Math.min(scale.high(), place));
    }

    private Scale scale() {
        double low = 0;
        double high = 0;
        for (Line line : lines) {
            Estimate estimate = line.estimate();
            for (Double end : new Double[] {estimate.value(), estimate.low(), estimate.high()}) {
                double place = end == null ? 0 : placed(end);
                if (Double.isFinite(place)) {
                    low = Math.min(low, place);
                    high = Math.max(high, place);
                }
            }
        }
        double edge = scaling == Scaling.RATIO ? Math.log10(MOST_RATIO) : 1;
        double least = scaling == Scaling.RATIO ? Math.log10(2) : 0.01;
        double room = 0.06 * (high - low);
        return new Scale(
                Math.max(-edge, Math.min(low - room, -least)),
                Math.min(edge, Math.max(high + room, least)),
                LEFT,
                RIGHT);
    }

    private List<Double> ticks(Scale scale) {
        if (scaling == Scaling.DIFFERENCE) {
            return scale.ticks();
        }
        boolean isLong = scale.high() - scale.low() > 3;
        double[] parts = isLong
                ? new double[] {1}
                : scale.high() - scale.low() > 1.5 ? new double[] {1, 3} : new double[] {1, 2, 5};
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(scale.low()); power <= Math.ceil(scale.high()); power++) {
            for (double part : parts) {
                double place = power + Math.log10(part);
                if (place >= scale.low() && place <= scale.high()) {
                    ticks.add(place);
                }
            }
        }
        return ticks;
    }
}
