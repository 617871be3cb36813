package io.parcours.report.chart;

import java.util.List;

/**
 * A drawing of lines, areas and texts, in its own units: one is a pixel on a wide screen.
 *
 * @param summary what it shows, for those who cannot see it
 * @param legend what the inks stand for
 * @param marks what is drawn, the first below the others
 */
public record Drawing(String summary, List<Graphic.Legend> legend, int width, int height, List<Mark> marks)
        implements Graphic {

    public Drawing {
        legend = List.copyOf(legend);
        marks = List.copyOf(marks);
    }

    /** The part of the plane that is shown. */
    public String viewBox() {
        return "0 0 " + width + " " + height;
    }

    /** How narrow it may become so that its letters can still be read; narrower screens scroll. */
    public String leastWidth() {
        return Math.round(width * 0.9) + "px";
    }

    /** Something drawn. */
    public sealed interface Mark permits Shape, Label {}

    /**
     * A line or an area.
     *
     * @param path its outline in SVG's language of paths, made of numbers only
     * @param title shown when pointed at; empty for none
     */
    public record Shape(Ink ink, String path, String title) implements Mark {}

    /** A text. */
    public record Label(Ink ink, double x, double y, Anchor anchor, String text) implements Mark {

        /** Where it stands from the left, as SVG writes it. */
        public String left() {
            return Lengths.coordinate(x);
        }

        /** Where its letters stand from above, as SVG writes it. */
        public String baseline() {
            return Lengths.coordinate(y);
        }
    }

    /** Which end of a text its place is. */
    public enum Anchor {
        START,
        MIDDLE,
        END;

        /** The word of SVG. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
