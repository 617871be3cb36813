package io.parcours.report.compare;

import io.parcours.report.data.ReportTables;
import io.parcours.report.data.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** How many the figures of a measure rest on, as the tables of a day say. */
@FunctionalInterface
interface Base {
    /** Stands for a base that no table tells. */
    long UNKNOWN = -1;

    /** The bases of the rows of a day. */
    ToLongFunction<Row> of(ReportTables tables);

    /** A column of the row itself. */
    static Base column(String name) {
        return tables -> row -> row.isMissing(name) ? UNKNOWN : row.whole(name);
    }

    /** Nothing that could be counted, such as shares of a credit. */
    static Base none() {
        return tables -> row -> UNKNOWN;
    }

    /** Who entered the funnel of a step, with the same value of its breakdown. */
    static Base entered() {
        return tables -> {
            Function<Row, List<String>> funnel =
                    row -> List.of(row.text("funnel"), row.shown("breakdown"), row.shown("breakdown_value"));
            Map<List<String>, Long> entered = new HashMap<>();
            tables.table("funnel_steps")
                    .forEach(
                            row -> {
                                if (row.whole("step") == 1) {
                                    entered.put(funnel.apply(row), row.whole("reached_count"));
                                }
                            },
                            "funnel",
                            "breakdown",
                            "breakdown_value",
                            "step",
                            "reached_count");
            return row -> entered.getOrDefault(funnel.apply(row), UNKNOWN);
        };
    }

    /** All customers: the sum over the segments, where each has one alone. */
    static Base customers() {
        return tables -> {
            long customers = 0;
            for (Row segment : tables.table("segments").rows("customer_count", "overlap_count")) {
                if (segment.whole("overlap_count") > 0) {
                    return row -> UNKNOWN;
                }
                customers += segment.whole("customer_count");
            }
            long all = customers;
            return row -> all;
        };
    }
}
