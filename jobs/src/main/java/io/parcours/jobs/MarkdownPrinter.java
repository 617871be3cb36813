package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pipe table. Values cannot leave their cell, nor begin markup, a link or HTML; a line end is a {@code <br>}. What a
 * reader sees is the value.
 */
final class MarkdownPrinter implements RowPrinter {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\x0B\\f\\u0085\\u2028\\u2029]");
    /** Underscores inside a word are only that. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\|`*\\[\\]~$]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");
    /** What is made a link without any brackets around it. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<=https?|ftp|mailto|xmpp)(?=:)|(?<=www)(?=\\.)");

    private final List<TableColumn> columns;
    private final PrintWriter out;

    MarkdownPrinter(List<TableColumn> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
        line(column -> escaped(column.name()));
        line(column -> isNumber(column.type()) ? "---:" : "---");
    }

    private void line(Function<TableColumn, String> cell) {
        out.print(columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.WHOLE || type == ColumnType.REAL;
    }

    @Override
    public void print(RowValues row) {
        out.print('|');
        for (int index = 0; index < columns.size(); index++) {
            TableColumn column = columns.get(index);
            Object value = row.value(index);
            out.print(' ');
            out.print(value == null ? "" : cell(column, value));
            out.print(" |");
        }
        out.print('\n');
    }

    private static String cell(TableColumn column, Object value) {
        String plain = PlainValue.of(column, value);
        return switch (column.type()) {
            case TEXT, TEXTS -> escaped(plain);
            default -> plain;
        };
    }

    /** A text as Markdown shows it, in one line. */
    static String escaped(String text) {
        return Stream.of(LINE_END.split(text, -1))
                .map(MarkdownPrinter::escapedLine)
                .collect(Collectors.joining("<br>"));
    }

    private static String escapedLine(String line) {
        String marked = MARKUP.matcher(SafeText.of(line)).replaceAll("\\\\$0");
        return ADDRESS.matcher(marked).replaceAll("\\\\").replace("&", "&amp;").replace("<", "&lt;");
    }

    @Override
    public void finish() {
        // every row is printed already
    }
}
