package io.parcours.report.chart;

import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Drawing.Label;
import io.parcours.report.chart.Drawing.Mark;
import io.parcours.report.chart.Drawing.Shape;
import java.util.ArrayList;
import java.util.List;

/** Collects the marks of a drawing. */
public final class Plane {
    /** The size of letters in drawings, as the style sheet sets it. */
    public static final double LETTERS = 13;

    private final List<Mark> marks = new ArrayList<>();

    Plane line(Ink ink, double fromX, double fromY, double toX, double toY) {
        return shape(ink, new PathText().to(fromX, fromY).line(toX, toY).toString(), "");
    }

    /** Adds a rectangle; its place is its upper left corner. */
    public Plane box(Ink ink, double x, double y, double width, double height, String title) {
        PathText path = new PathText()
                .to(x, y)
                .line(x + width, y)
                .line(x + width, y + height)
                .line(x, y + height);
        return shape(ink, path.close().toString(), title);
    }

    Plane dot(Ink ink, double x, double y, double radius, String title) {
        return shape(ink, new PathText().circle(x, y, radius).toString(), title);
    }

    /** Adds a line or an area by its outline in SVG's language of paths. */
    public Plane shape(Ink ink, String path, String title) {
        marks.add(new Shape(ink, path, title));
        return this;
    }

    /** Adds a text, its place on its baseline. */
    public Plane text(Ink ink, double x, double y, Anchor anchor, String text) {
        marks.add(new Label(ink, x, y, anchor, text));
        return this;
    }

    /** What was added, the first below the others. */
    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** The text of a path, built of numbers alone. */
    public static final class PathText {
        private final StringBuilder text = new StringBuilder();

        /** Goes to a place without drawing. */
        public PathText to(double x, double y) {
            return add("M", x, y);
        }

        /** Draws a straight line to a place. */
        public PathText line(double x, double y) {
            return add("L", x, y);
        }

        /** Draws a curve to a place, led by two others. */
        public PathText curve(double firstX, double firstY, double secondX, double secondY, double x, double y) {
            return add("C", firstX, firstY, secondX, secondY, x, y);
        }

        PathText circle(double x, double y, double radius) {
            to(x - radius, y);
            text.append("a");
            numbers(radius, radius);
            text.append(" 0 1 0 ");
            numbers(2 * radius, 0);
            text.append("a");
            numbers(radius, radius);
            text.append(" 0 1 0 ");
            numbers(-2 * radius, 0);
            return close();
        }

        /** Leads the outline back to where it began. */
        public PathText close() {
            text.append('Z');
            return this;
        }

        private PathText add(String letter, double... numbers) {
            text.append(letter);
            numbers(numbers);
            return this;
        }

        private void numbers(double... numbers) {
            for (int index = 0; index < numbers.length; index++) {
                text.append(index == 0 ? "" : " ").append(Lengths.coordinate(numbers[index]));
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
