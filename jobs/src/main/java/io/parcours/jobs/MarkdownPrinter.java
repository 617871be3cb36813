package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import io.parcours.table.TableRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A pipe table. Values cannot leave their cell, nor begin markup, a link or HTML. */
final class MarkdownPrinter implements RowPrinter {
    private final List<TableColumn> columns;
    private final PrintWriter out;

    MarkdownPrinter(List<TableColumn> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
        line(TableColumn::name);
        line(column -> isNumber(column.type()) ? "---:" : "---");
    }

    private void line(Function<TableColumn, String> cell) {
        out.print(columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.WHOLE || type == ColumnType.REAL;
    }

    @Override
    public void print(TableRow row) {
        out.print('|');
        for (int index = 0; index < columns.size(); index++) {
            Object value = row.value(index);
            out.print(' ');
            out.print(
                    value == null
                            ? ""
                            : escaped(PlainValue.of(columns.get(index).type(), value)));
            out.print(" |");
        }
        out.print('\n');
    }

    private static String escaped(String text) {
        return SafeText.of(text.replaceAll("\\R", " "))
                .replaceAll("([\\\\|`*\\[\\]])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    @Override
    public void finish() {
        // every row is printed already
    }
}
