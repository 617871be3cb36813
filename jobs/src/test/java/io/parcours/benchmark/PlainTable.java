package io.parcours.benchmark;

import java.util.List;

/** A Markdown table whose columns stand under each other. */
final class PlainTable {
    private PlainTable() {}

    /** The first row is the header; the first column stands left, the others right. */
    static String of(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            append(rows.get(row), widths, text);
            if (row == 0) {
                text.append('|').append("-".repeat(widths[0] + 2)).append('|');
                for (int column = 1; column < columns; column++) {
                    text.append("-".repeat(widths[column] + 1)).append(":|");
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static void append(List<String> row, int[] widths, StringBuilder text) {
        text.append('|');
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            text.append(' ').append(column == 0 ? row.get(column) + padding : padding + row.get(column));
            text.append(" |");
        }
        text.append('\n');
    }
}
