package io.parcours.report.chart;

import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Plane.PathText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Lines over a common axis, with the bands of their intervals.
 *
 * @param summary what the lines say, for those who cannot see them
 * @param across the axis from left to right
 * @param up the axis from below
 * @param series the lines, at most {@link Ink#MOST_SERIES}
 */
public record LineChart(String summary, Axis across, Axis up, List<Series> series) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 330;
    private static final double LEFT = 64;
    private static final double RIGHT = 24;
    private static final double TOP = 28;
    private static final double BELOW = 52;

    public LineChart {
        series = List.copyOf(series);
        if (series.size() > Ink.MOST_SERIES) {
            throw new IllegalArgumentException(series.size() + " lines cannot be told apart");
        }
    }

    /**
     * An axis.
     *
     * @param title what it measures, with its unit
     * @param low where it begins
     * @param high where it ends, above low
     * @param ticks where it has labels; none: at round numbers
     * @param label how a number on it is written
     */
    public record Axis(String title, double low, double high, List<Double> ticks, DoubleFunction<String> label) {

        /** An axis between two numbers, with round numbers on it. */
        public static Axis of(String title, double low, double high, DoubleFunction<String> label) {
            return new Axis(title, low, high, List.of(), label);
        }

        Scale scale(double from, double to) {
            return new Scale(low, high, from, to);
        }

        List<Double> labelled(Scale scale) {
            return ticks.isEmpty() ? scale.ticks() : ticks;
        }
    }

    /** How the points of a line are joined. */
    public enum Join {
        /** By straight lines. */
        STRAIGHT,
        /** A value holds until the next: survival. */
        STEPS,
        /** By straight lines without dots: a line to read along, such as where expected and actual agree. */
        GUIDE,
        /** Not at all: dots with whiskers. */
        DOTS
    }

    /** A line. Points stand in the order of their x. */
    public record Series(String name, Join join, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param low the lower end of its interval, NaN without one
     * @param title shown when pointed at; empty for none
     * @param isFew whether it rests on too few, or is not finished: drawn hollow
     */
    public record Point(double x, double y, double low, double high, String title, boolean isFew) {}

    /** The width of its drawing. */
    public int width() {
        return WIDTH;
    }

    /** Where a number of the lower axis lies in its drawing. */
    public double place(double number) {
        return across.scale(LEFT, WIDTH - RIGHT).place(number);
    }

    /** The drawing of it. */
    public Drawing draw() {
        Scale x = across.scale(LEFT, WIDTH - RIGHT);
        Scale y = up.scale(HEIGHT - BELOW, TOP);
        Plane plane = new Plane();
        axes(plane, x, y);
        List<Legend> legend = new ArrayList<>();
        for (int number = 0; number < series.size(); number++) {
            band(plane, series.get(number), Ink.band(number), x, y);
        }
        for (int number = 0; number < series.size(); number++) {
            line(plane, series.get(number), Ink.series(number), x, y);
            if (series.size() > 1) {
                legend.add(new Legend(Ink.series(number), series.get(number).name()));
            }
        }
        return new Drawing(summary, legend, WIDTH, HEIGHT, plane.marks());
    }

    private void axes(Plane plane, Scale x, Scale y) {
        for (double tick : up.labelled(y)) {
            plane.line(Ink.GRID, LEFT, y.place(tick), WIDTH - RIGHT, y.place(tick));
            plane.text(
                    Ink.AXIS,
                    LEFT - 8,
                    y.place(tick) + 4,
                    Anchor.END,
                    up.label().apply(tick));
        }
        double free = LEFT - 40;
        for (double tick : across.labelled(x)) {
            String text = across.label().apply(tick);
            double half = TextFit.width(text, Plane.LETTERS) / 2;
            double middle = Math.min(x.place(tick), WIDTH - 2 - half);
            plane.line(Ink.AXIS, x.place(tick), HEIGHT - BELOW, x.place(tick), HEIGHT - BELOW + 5);
            if (middle - half >= free) {
                plane.text(Ink.AXIS, middle, HEIGHT - BELOW + 20, Anchor.MIDDLE, text);
                free = middle + half + 6;
            }
        }
        plane.line(Ink.AXIS, LEFT, HEIGHT - BELOW, WIDTH - RIGHT, HEIGHT - BELOW);
        plane.text(Ink.FAINT, LEFT, 14, Anchor.START, up.title());
        plane.text(Ink.FAINT, WIDTH - RIGHT, HEIGHT - 6, Anchor.END, across.title());
    }

    private static void band(Plane plane, Series series, Ink ink, Scale x, Scale y) {
        List<Point> points = series.points().stream()
                .filter(point -> !Double.isNaN(point.low()) && !Double.isNaN(point.high()))
                .toList();
        if (series.join() == Join.DOTS) {
            return;
        }
        if (points.size() < 2) {
            return;
        }
        PathText path = new PathText()
                .to(x.place(points.get(0).x()), y.place(points.get(0).high()));
        for (int index = 1; index < points.size(); index++) {
            if (series.join() == Join.STEPS) {
                path.line(
                        x.place(points.get(index).x()),
                        y.place(points.get(index - 1).high()));
            }
            path.line(x.place(points.get(index).x()), y.place(points.get(index).high()));
        }
        for (int index = points.size() - 1; index >= 0; index--) {
            path.line(x.place(points.get(index).x()), y.place(points.get(index).low()));
            if (series.join() == Join.STEPS && index > 0) {
                path.line(
                        x.place(points.get(index).x()),
                        y.place(points.get(index - 1).low()));
            }
        }
        plane.shape(ink, path.close().toString(), "");
    }

    private static void line(Plane plane, Series series, Ink ink, Scale x, Scale y) {
        if (series.points().isEmpty()) {
            return;
        }
        if (series.join() != Join.DOTS) {
            plane.shape(ink, outline(series, x, y), series.name());
        }
        for (Point point : series.points()) {
            boolean isWhiskered = series.join() == Join.DOTS && !Double.isNaN(point.low());
            if (isWhiskered) {
                plane.line(
                        Ink.WHISKER,
                        x.place(point.x()),
                        y.place(point.low()),
                        x.place(point.x()),
                        y.place(point.high()));
            }
            if (series.join() == Join.STRAIGHT || series.join() == Join.DOTS) {
                plane.dot(
                        point.isFew() ? Ink.PROGRESS : ink, x.place(point.x()), y.place(point.y()), 3.5, point.title());
            }
        }
    }

    private static String outline(Series series, Scale x, Scale y) {
        Point first = series.points().get(0);
        PathText path = new PathText().to(x.place(first.x()), y.place(first.y()));
        Point former = first;
        for (Point point : series.points().subList(1, series.points().size())) {
            if (series.join() == Join.STEPS) {
                path.line(x.place(point.x()), y.place(former.y()));
            }
            path.line(x.place(point.x()), y.place(point.y()));
            former = point;
        }
        return path.toString();
    }
}
