package io.parcours.report.chart;

import io.parcours.report.data.Estimate;
import java.util.List;

/**
 * Dots with the whiskers of their intervals on a common axis, one row below the other: for figures that a bar from zero
 * would draw wrong, such as ratios and scores that can be negative, and for two figures of one thing side by side.
 *
 * @param summary what the dots say, for those who cannot see them
 * @param legend what the inks stand for; none where all dots are of one kind
 * @param axis what they are measured on
 * @param rows the rows from above
 */
public record Dots(String summary, List<Graphic.Legend> legend, DotAxis axis, List<DotRow> rows) implements Graphic {

    public Dots {
        legend = List.copyOf(legend);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param label what it is about
     * @param dots its dots, each in a lane of its own from above; none where there is no figure
     * @param value the figure beside them
     * @param detail less important figures beside that, such as the interval; may be empty
     */
    public record DotRow(String label, List<Dot> dots, String value, String detail) {
        public DotRow {
            dots = List.copyOf(dots);
        }

        /** Whether one of its dots rests on too few. */
        public boolean isFew() {
            return dots.stream().anyMatch(Dot::isFew);
        }
    }

    /**
     * A dot.
     *
     * @param ink its colour and its form
     * @param estimate the figure, with its interval where there is one
     * @param title what it is, with its number, shown when pointed at
     * @param isFew whether it rests on too few to be read closely: drawn hollow
     */
    public record Dot(Ink ink, Estimate estimate, String title, boolean isFew) {}

    /** Where a dot stands, as style sheets write it. */
    public String left(Dot dot) {
        return Lengths.percent(axis.place(dot.estimate().value()));
    }

    /** Where its whisker begins. */
    public String whiskerLeft(Dot dot) {
        return Lengths.percent(axis.place(dot.estimate().low()));
    }

    /** How long its whisker is. */
    public String whiskerWidth(Dot dot) {
        return Lengths.percent(
                axis.place(dot.estimate().high()) - axis.place(dot.estimate().low()));
    }

    /** How the whisker is drawn: an end beyond the axis has no foot. */
    public String whiskerStyle(Dot dot) {
        return "dot-whisker" + (axis.isBelow(dot.estimate().low()) ? " open-low" : "")
                + (axis.isAbove(dot.estimate().high()) ? " open-high" : "");
    }
}
