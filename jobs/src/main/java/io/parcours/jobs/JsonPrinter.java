package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One JSON array, an object a line in it. Numbers, flags and lists are JSON's own; instants and days are texts. A real
 * that is no number, which JSON cannot say, is the text {@code "NaN"} or {@code "Infinity"}.
 */
final class JsonPrinter implements RowPrinter {
    private final List<TableColumn> columns;
    private final PrintWriter out;
    private boolean isFirst = true;

    JsonPrinter(List<TableColumn> columns, PrintWriter out) {
        this.columns = columns;
        this.out = out;
        Set<String> names = new HashSet<>();
        columns.stream().filter(column -> !names.add(column.name())).findFirst().ifPresent(JsonPrinter::refuse);
        out.print('[');
    }

    /** Of two members of one name readers see one. */
    private static void refuse(TableColumn column) {
        throw new CommandException(
                ExitCode.USAGE,
                "two columns are named " + SafeText.of(column.name())
                        + ", which an object of JSON cannot tell apart; give one another name with AS");
    }

    @Override
    public void print(RowValues row) {
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
            case WHOLE, FLAG -> PlainValue.single(type, value);
            case REAL -> {
                String plain = PlainValue.single(type, value);
                yield PlainValue.isFinite((Number) value) ? plain : quoted(plain);
            }
            case TEXT, INSTANT, DATE -> quoted(PlainValue.single(type, value));
            case TEXTS, INSTANTS -> list(PlainValue.element(type), (List<?>) value);
        };
    }

    private static String list(ColumnType elementType, List<?> elements) {
        return elements.stream().map(element -> json(elementType, element)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> append(json, letter);
            }
        });
        return json.append('"').toString();
    }

    /**
     * JSON itself asks only for the first 32 characters to be escaped; those that steer terminals or reorder the line are
     * too. Half of a pair is no character: strict readers refuse it, so that it becomes the one for "unreadable".
     */
    private static void append(StringBuilder json, int letter) {
        if (Character.getType(letter) == Character.SURROGATE) {
            json.append('\ufffd');
        } else if (SafeText.isUnsafe(letter)) {
            for (char half : Character.toChars(letter)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
            }
        } else {
            json.appendCodePoint(letter);
        }
    }
}
