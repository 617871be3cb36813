package io.parcours.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of {@code --sort}: {@code column}, {@code column desc} or {@code -column}, several parted by commas. Null
 * comes last either way.
 *
 * @param keys the columns, the first decides first
 */
record RowOrder(List<Key> keys) {
    private static final Pattern KEY =
            Pattern.compile("(-?)([^\\s-]\\S*)(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE);

    RowOrder {
        keys = List.copyOf(keys);
    }

    /**
     * One column of the order.
     *
     * @param column its name
     * @param values the order of its values, null among them
     */
    record Key(String column, Comparator<Object> values) {}

    /**
     * Reads an order over these columns.
     *
     * @throws CommandException when it is none or names another column
     */
    static RowOrder parse(String text, TableColumns columns) {
        List<Key> keys = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            Matcher key = KEY.matcher(word.strip());
            if (!key.matches()) {
                throw new CommandException(
                        ExitCode.USAGE, "--sort: columns parted by commas are expected, each as col, -col or col desc");
            }
            boolean isDescending = key.group(1).isEmpty() == "desc".equalsIgnoreCase(key.group(3));
            Comparator<Object> values = ValueOrder.of(columns.named(key.group(2)));
            keys.add(new Key(key.group(2), Comparator.nullsLast(isDescending ? values.reversed() : values)));
        }
        return new RowOrder(keys);
    }

    /** The columns it looks at. */
    List<String> columns() {
        return keys.stream().map(Key::column).toList();
    }

    /** The order of rows whose values are numbered in this order. */
    Comparator<RowValues> over(List<String> columns) {
        Comparator<RowValues> order = (left, right) -> 0;
        for (Key key : keys) {
            int index = columns.indexOf(key.column());
            order = order.thenComparing(row -> row.value(index), key.values());
        }
        return order;
    }
}
