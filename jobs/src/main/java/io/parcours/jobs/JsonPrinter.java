package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import io.parcours.table.TableRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One JSON array, an object a line in it. Numbers, flags and lists are JSON's own; instants and days are texts. */
final class JsonPrinter implements RowPrinter {
    private final List<TableColumn> columns;
    private final PrintWriter out;
    private boolean isFirst = true;

    JsonPrinter(List<TableColumn> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
        out.print('[');
    }

    @Override
    public void print(TableRow row) {
        out.print(isFirst ? "\n{" : ",\n{");
        isFirst = false;
        for (int index = 0; index < columns.size(); index++) {
            TableColumn column = columns.get(index);
            out.print(index == 0 ? "" : ", ");
            out.print(quoted(column.name()));
            out.print(": ");
            out.print(json(column.type(), row.value(index)));
        }
        out.print('}');
    }

    @Override
    public void finish() {
        out.print(isFirst ? "]\n" : "\n]\n");
    }

    private static String json(ColumnType type, Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type) {
            case WHOLE, REAL, FLAG -> PlainValue.of(type, value);
            case TEXT, INSTANT, DATE -> quoted(PlainValue.of(type, value));
            case TEXTS -> list(ColumnType.TEXT, value);
            case INSTANTS -> list(ColumnType.INSTANT, value);
        };
    }

    private static String list(ColumnType elementType, Object elements) {
        return ((List<?>) elements)
                .stream().map(element -> json(elementType, element)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default ->
                    json.append(
                            isPlain(letter)
                                    ? String.valueOf(letter)
                                    : String.format(Locale.ROOT, "\\u%04x", (int) letter));
            }
        }
        return json.append('"').toString();
    }

    /** JSON itself asks only for the first 32 to be escaped; the others of the kind steer terminals as well. */
    private static boolean isPlain(char letter) {
        return !Character.isISOControl(letter);
    }
}
