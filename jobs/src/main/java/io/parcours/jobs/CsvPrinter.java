package io.parcours.jobs;

import io.parcours.table.TableColumn;
import io.parcours.table.TableRow;
import java.io.PrintWriter;
import java.util.List;

/** RFC 4180 but for the line ends, which are bare newlines as the tools around a pipe expect. Null is empty. */
final class CsvPrinter implements RowPrinter {
    private final List<TableColumn> columns;
    private final PrintWriter out;

    CsvPrinter(List<TableColumn> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
        out.print(String.join(
                        ",",
                        columns.stream().map(column -> quoted(column.name())).toList()) + "\n");
    }

    @Override
    public void print(TableRow row) {
        for (int index = 0; index < columns.size(); index++) {
            if (index > 0) {
                out.print(',');
            }
            Object value = row.value(index);
            if (value != null) {
                out.print(quoted(PlainValue.of(columns.get(index).type(), value)));
            }
        }
        out.print('\n');
    }

    @Override
    public void finish() {
        // every row is printed already
    }

    /** An empty text is quoted, so that it differs from null. */
    private static String quoted(String text) {
        boolean isBare = !text.isEmpty()
                && text.chars().noneMatch(letter -> letter == '"' || letter == ',' || letter == '\n' || letter == '\r');
        return isBare ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
