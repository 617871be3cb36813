package io.parcours.ingest;

import io.parcours.condition.NearestName;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Checks a file's columns against what is read of it. */
final class ColumnLookup {
    private static final int COLUMNS_SHOWN = 20;
    private static final int LONGEST_LIST = 600;

    private ColumnLookup() {}

    /**
     * @param columns the columns of the file, those inside nested records with dots
     * @throws InputException where a needed column is missing, or one that is read stands twice
     */
    static void check(InputFile file, FieldLayout layout, List<String> columns) {
        for (FieldLayout.Field field : layout.fields()) {
            int times = Collections.frequency(columns, field.column());
            if (times > 1) {
                throw new InputException(file.name() + " has the column " + field.column() + " " + times
                        + " times; give the columns different names");
            }
            if (times == 0 && field.isNeeded()) {
                throw missing(file, layout, field, columns);
            }
        }
    }

    static InputException missing(InputFile file, FieldLayout layout, FieldLayout.Field field, List<String> columns) {
        String said = field.name().equals(field.column())
                ? "the map reads " + field.name() + " from a column of that name"
                : "the map reads " + field.name() + " from it";
        String nearest = NearestName.nearest(field.column(), columns)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return new InputException(file.name() + " has no column " + field.column() + " (" + said + "); its columns are "
                + shown(columns) + nearest + "; set " + layout.section() + ": columns: {" + field.name() + ": ...}");
    }

    static InputException nothing(InputFile file, FieldLayout layout) {
        String wanted = layout.fields().stream().map(FieldLayout.Field::column).collect(Collectors.joining(", "));
        return new InputException(file.name() + " is empty: it has no columns; " + layout.section() + " are read from "
                + OneLine.cut(wanted, LONGEST_LIST));
    }

    static InputException notSimple(InputFile file, FieldLayout layout, FieldLayout.Field field, String type) {
        return new InputException("the column " + field.column() + " of " + file.name() + " is of type " + type
                + ", but " + field.name() + " needs text, a number, a flag or a time; map another column,"
                + " or one inside it, under " + layout.section() + ": columns");
    }

    private static String shown(List<String> columns) {
        List<String> first = columns.subList(0, Math.min(COLUMNS_SHOWN, columns.size()));
        int more = columns.size() - first.size();
        String names = first.isEmpty() ? "none" : String.join(", ", first);
        return OneLine.cut(names, LONGEST_LIST).replaceAll("[\\r\\n]+", " ")
                + (more == 0 ? "" : " and " + more + " more");
    }
}
