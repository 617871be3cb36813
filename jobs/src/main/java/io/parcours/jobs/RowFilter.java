package io.parcours.jobs;

import java.util.List;
import java.util.function.Predicate;

/**
 * The condition of {@code --where}: comparisons that must all hold.
 *
 * @param conditions the comparisons; none: every row is wanted
 */
record RowFilter(List<Condition> conditions) {
    static final RowFilter ALL = new RowFilter(List.of());

    RowFilter {
        conditions = List.copyOf(conditions);
    }

    /**
     * One comparison.
     *
     * @param column the column it looks at
     * @param holds whether it holds for a value of the column, which may be null
     */
    record Condition(String column, Predicate<Object> holds) {}

    /** The columns it looks at. */
    List<String> columns() {
        return conditions.stream().map(Condition::column).toList();
    }

    /** The filter over rows whose values are numbered in this order. */
    Predicate<RowValues> over(List<String> columns) {
        Predicate<RowValues> all = row -> true;
        for (Condition condition : conditions) {
            int index = columns.indexOf(condition.column());
            all = all.and(row -> condition.holds().test(row.value(index)));
        }
        return all;
    }
}
