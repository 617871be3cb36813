package io.parcours.report.chart;

import io.parcours.report.data.Estimate;
import java.util.List;

/** What a figure draws. */
public sealed interface Graphic permits Graphic.Bars, Graphic.Grid, Drawing, Dots, Cards {

    /**
     * Bars one below the other, all of one scale.
     *
     * @param summary what the bars say, for those who cannot see them
     */
    record Bars(String summary, List<Legend> legend, List<Bar> bars) implements Graphic {
        public Bars {
            legend = List.copyOf(legend);
            bars = List.copyOf(bars);
        }
    }

    /**
     * A bar.
     *
     * @param label what it is about
     * @param parts its parts from left to right
     * @param interval the interval of the first part, drawn as a whisker, or null; from 0 to 1 of the scale
     * @param value the figure beside it
     * @param detail less important figures beside that, such as the interval; may be empty
     * @param isFew whether it rests on too few to be read closely
     */
    record Bar(String label, List<Part> parts, Estimate interval, String value, String detail, boolean isFew) {
        public Bar {
            parts = List.copyOf(parts);
        }

        /** Where the whisker begins, as style sheets write it. */
        public String whiskerLeft() {
            return Lengths.percent(interval.low());
        }

        /** How long the whisker is. */
        public String whiskerWidth() {
            return Lengths.percent(Math.min(1, interval.high()) - Math.max(0, interval.low()));
        }
    }

    /**
     * A part of a bar.
     *
     * @param length its length, from 0 to 1 of the scale
     * @param title what it is, with its number, shown when pointed at
     */
    record Part(Ink ink, double length, String title) {

        /** The length as style sheets write it. */
        public String percent() {
            return Lengths.percent(length);
        }
    }

    /** What an ink stands for. */
    record Legend(Ink ink, String text) {}

    /**
     * Cells coloured by their value.
     *
     * @param corner what the rows are
     * @param columns the heads of the columns
     */
    record Grid(String summary, String corner, List<String> columns, List<GridRow> rows) implements Graphic {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A row of a grid. */
    record GridRow(String label, List<GridCell> cells) {
        public GridRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text what stands in it; empty for a cell that cannot have a value
     * @param shade from 0 to 1, or NaN for a cell without a value
     * @param title what it means in full
     * @param isFew whether it rests on too few to be read closely, or is not finished
     */
    record GridCell(String text, double shade, String title, boolean isFew) {

        /** The name of the shade's style. */
        public String style() {
            String shaded = Double.isNaN(shade) ? "shade-none" : "shade-" + (int) Math.min(9, Math.floor(shade * 10));
            return isFew ? shaded + " few" : shaded;
        }
    }
}
