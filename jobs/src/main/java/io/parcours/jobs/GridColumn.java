package io.parcours.jobs;

import io.parcours.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** A column of a table for people: its cells as texts, and how wide it is. */
final class GridColumn {

    /** What may happen to a cell that is too wide. */
    enum Kind {
        /** Nothing, and it stands to the right. */
        NUMBER,
        /** Nothing: a part of an instant or a day would be another one. */
        WHOLE,
        /** It is cut, and ends in an ellipsis. */
        TEXT,
        /** It goes on in the next line. */
        PROSE;

        static Kind of(ColumnType type) {
            return switch (type) {
                case WHOLE, REAL -> NUMBER;
                case FLAG, INSTANT, DATE -> WHOLE;
                case TEXT, TEXTS, INSTANTS -> TEXT;
            };
        }
    }

    private final String name;
    private final Kind kind;
    private final List<String> cells;
    private final int cellWidth;
    private int width;

    GridColumn(String name, Kind kind, List<String> cells) {
        this.name = name;
        this.kind = kind;
        this.cells = cells;
        this.cellWidth = cells.stream().mapToInt(TextWidth::of).max().orElse(0);
        this.width = naturalWidth();
    }

    int rowCount() {
        return cells.size();
    }

    String cell(int row) {
        return cells.get(row);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    int width() {
        return width;
    }

    void setWidth(int places) {
        width = places;
    }

    /** The next greater width that shows more of a text, or the name in fewer lines; the same where none does. */
    int nextWidth() {
        if (cellWidth > width) {
            return width + 1;
        }
        int lines = headerLines(width).size();
        for (int next = width + 1; next <= naturalWidth(); next++) {
            if (headerLines(next).size() < lines) {
                return next;
            }
        }
        return width;
    }

    /** The width at which nothing is cut or wrapped. */
    private int naturalWidth() {
        return Math.max(TextWidth.of(name), cellWidth);
    }

    /** The least width: the name goes into several lines, and a text has so many places left, where it asks for them. */
    int leastWidth(int textWidth) {
        int header = headerParts().stream().mapToInt(TextWidth::of).max().orElse(0);
        return switch (kind) {
            case NUMBER, WHOLE -> Math.max(header, cellWidth);
            case TEXT, PROSE -> Math.max(header, Math.min(cellWidth, textWidth));
        };
    }

    boolean isCut() {
        return kind == Kind.TEXT && cellWidth > width;
    }

    /** The cell's lines at the chosen width. */
    List<String> lines(int row) {
        return switch (kind) {
            case NUMBER, WHOLE -> List.of(cells.get(row));
            case TEXT -> List.of(TextWidth.cut(cells.get(row), width));
            case PROSE -> TextWidth.wrapped(cells.get(row), width);
        };
    }

    /** The name's lines at the chosen width, broken behind underscores. */
    List<String> headerLines() {
        return headerLines(width);
    }

    private List<String> headerLines(int places) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : headerParts()) {
            if (!line.isEmpty() && TextWidth.of(line + part) > places) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<String> headerParts() {
        return List.of(name.split("(?<=_)"));
    }
}
