package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.io.PrintWriter;
import java.util.List;

/** RFC 4180 but for the line ends, which are bare newlines as the tools around a pipe expect. Null is empty. */
final class CsvPrinter implements RowPrinter {
    /** Without it the most common spreadsheet reads a file in the machine's old character set. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final List<TableColumn> columns;
    private final CsvText texts;
    private final PrintWriter out;

    CsvPrinter(List<TableColumn> columns, CsvText texts, PrintWriter out) {
        this.columns = columns;
        this.texts = texts;
        this.out = out;
        if (texts == CsvText.FOR_SPREADSHEET) {
            out.print(BYTE_ORDER_MARK);
        }
        out.print(String.join(
                        ",",
                        columns.stream()
                                .map(column -> quoted(texts.of(column.name())))
                                .toList()) + "\n");
    }

    @Override
    public void print(RowValues row) {
        for (int index = 0; index < columns.size(); index++) {
            if (index > 0) {
                out.print(',');
            }
            Object value = row.value(index);
            if (value != null) {
                out.print(cell(columns.get(index), value));
            }
        }
        out.print('\n');
    }

    @Override
    public void finish() {
        // every row is printed already
    }

    private String cell(TableColumn column, Object value) {
        String plain = PlainValue.of(column, value);
        return switch (column.type()) {
            case TEXT, TEXTS -> quoted(texts.of(plain));
            default -> quoted(plain);
        };
    }

    /** An empty text is quoted, so that it differs from null. */
    private static String quoted(String text) {
        boolean isBare = !text.isEmpty()
                && text.chars().noneMatch(letter -> letter == '"' || letter == ',' || letter == '\n' || letter == '\r');
        return isBare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
