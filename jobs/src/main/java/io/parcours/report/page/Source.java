package io.parcours.report.page;

import java.util.List;

/**
 * Where a figure comes from.
 *
 * @param rule the key of the rule that defines it: the words {@code rule.KEY.title}, {@code rule.KEY.text}, {@code
 *     rule.KEY.page} (the page of the documentation)
 * @param table the written table
 * @param columns its columns that are shown
 */
public record Source(String rule, String table, List<String> columns) {

    public Source {
        columns = List.copyOf(columns);
    }

    /** A source by its rule, its table and the columns of it that are shown. */
    public static Source of(String rule, String table, String... columns) {
        return new Source(rule, table, List.of(columns));
    }
}
