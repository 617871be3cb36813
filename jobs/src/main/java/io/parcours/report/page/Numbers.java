package io.parcours.report.page;

import io.parcours.report.data.Estimate;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of numbers.
 *
 * @param heads its columns
 * @param rows its rows, each with a cell for every column
 * @param remark what is left out, or how rows are marked; may be empty
 */
public record Numbers(List<Head> heads, List<List<Cell>> rows, String remark) {

    public Numbers {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != heads.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells under " + heads.size() + " heads");
            }
        }
    }

    /** The head of a column of texts or of numbers. */
    public record Head(String text, Kind kind) {}

    /** How a column is set and sorted. */
    public enum Kind {
        TEXT,
        NUMBER
    }

    /**
     * A cell.
     *
     * @param text what stands in it
     * @param order what it is sorted by, a number or the text itself
     * @param isFew whether it rests on too few to be read closely
     */
    public record Cell(String text, String order, boolean isFew) {

        /** A cell that is sorted by its text; empty for null. */
        public static Cell text(String text) {
            return new Cell(text == null ? "" : text, text == null ? "" : text, false);
        }

        /** A cell that is sorted by its number. */
        public static Cell number(String shown, double value) {
            return new Cell(shown, Double.toString(value), false);
        }

        /** An interval of parts of one, sorted by its lower end; without one, a cell without a value. */
        public static Cell interval(Words words, Estimate estimate) {
            return estimate == null || !estimate.hasInterval()
                    ? missing()
                    : number(words.percentInterval(estimate), estimate.low());
        }

        /** A cell without a value; sorted below all others. */
        public static Cell missing() {
            return new Cell("–", "", false);
        }

        /** The same cell, marked as resting on too few. */
        public Cell few() {
            return new Cell(text, order, true);
        }
    }

    /** Builds a table row by row. */
    public static final class Builder {
        private final List<Head> heads = new ArrayList<>();
        private final List<List<Cell>> rows = new ArrayList<>();
        private String remark = "";

        /** Adds a column of texts. */
        public Builder text(String head) {
            heads.add(new Head(head, Kind.TEXT));
            return this;
        }

        /** Adds a column of numbers. */
        public Builder number(String head) {
            heads.add(new Head(head, Kind.NUMBER));
            return this;
        }

        /** Adds a row with a cell for every column. */
        public Builder row(Cell... cells) {
            rows.add(List.of(cells));
            return this;
        }

        /** Says what is left out, or how rows are marked. */
        public Builder remark(String text) {
            this.remark = text;
            return this;
        }

        /** The table. */
        public Numbers build() {
            return new Numbers(heads, rows, remark);
        }
    }
}
