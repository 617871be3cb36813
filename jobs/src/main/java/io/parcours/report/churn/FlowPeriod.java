package io.parcours.report.churn;

import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A period of {@code lifecycle_flow} by one rule.
 *
 * @param name the period as the table names it
 * @param rows its pairs of states
 */
record FlowPeriod(String name, List<Row> rows) {

    /** The periods of each rule in the order of the table. */
    static Map<String, List<FlowPeriod>> read(WrittenTable table) {
        Map<String, Map<String, List<Row>>> read = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> read.computeIfAbsent(row.text("rule"), missing -> new LinkedHashMap<>())
                        .computeIfAbsent(row.text("period"), missing -> new ArrayList<>())
                        .add(row));
        Map<String, List<FlowPeriod>> byRule = new LinkedHashMap<>();
        read.forEach((rule, periods) -> byRule.put(
                rule,
                periods.entrySet().stream()
                        .map(period -> new FlowPeriod(period.getKey(), period.getValue()))
                        .toList()));
        return byRule;
    }

    Row flow(String from, String to) {
        return rows.stream()
                .filter(row -> row.text("from_state").equals(from)
                        && row.text("to_state").equals(to))
                .findFirst()
                .orElse(null);
    }

    long count(String from, String to) {
        Row flow = flow(from, to);
        return flow == null ? 0 : flow.whole("customer_count");
    }

    long from(String state) {
        return sum("from_state", state);
    }

    long to(String state) {
        return sum("to_state", state);
    }

    long total() {
        return rows.stream().mapToLong(row -> row.whole("customer_count")).sum();
    }

    private long sum(String column, String state) {
        return rows.stream()
                .filter(row -> row.text(column).equals(state))
                .mapToLong(row -> row.whole("customer_count"))
                .sum();
    }
}
