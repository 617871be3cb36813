package io.parcours.report.funnel;

import io.parcours.report.data.Foremost;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the funnels' breakdowns hold for their most frequent values; reads the table twice and keeps no more. */
final class FunnelBreakdowns {
    /** So many values of a breakdown are shown. */
    static final int MOST_VALUES = 12;

    private static final Comparator<Row> MOST_ENTERED = Comparator.comparing(row -> -row.whole("reached_count"));

    /** By funnel, then by breakdown, in the order of the table. */
    private final Map<String, Map<String, Breakdown>> byFunnel = new LinkedHashMap<>();

    /**
     * A breakdown of one funnel.
     *
     * @param valueCount how many values entered the funnel at all
     * @param values the most frequent of them by those who entered
     */
    record Breakdown(String name, long valueCount, List<Value> values) {}

    /** A value with its rows, the first step first. */
    record Value(String name, List<Row> steps) {
        long entered() {
            return steps.get(0).whole("reached_count");
        }

        Row last() {
            return steps.get(steps.size() - 1);
        }

        long inProgress() {
            return steps.stream()
                    .mapToLong(step -> step.whole("in_progress_count"))
                    .sum();
        }
    }

    FunnelBreakdowns(WrittenTable table) {
        Map<List<String>, Foremost> foremost = foremost(table);
        Map<List<String>, Map<String, List<Row>>> steps = steps(table, foremost);
        foremost.forEach((key, first) -> byFunnel.computeIfAbsent(key.get(0), funnel -> new LinkedHashMap<>())
                .put(key.get(1), new Breakdown(key.get(1), first.count(), listed(steps.get(key)))));
    }

    /** By funnel and breakdown: the first steps of the values that most entered with. */
    private static Map<List<String>, Foremost> foremost(WrittenTable table) {
        Map<List<String>, Foremost> foremost = new LinkedHashMap<>();
        table.forEach(
                row -> {
                    boolean isEntered = row.whole("step") == 1 && row.whole("reached_count") > 0;
                    if (isEntered && !row.text("breakdown").equals(FunnelFacts.ALL)) {
                        foremost.computeIfAbsent(key(row), key -> new Foremost(MOST_VALUES, MOST_ENTERED))
                                .add(row);
                    }
                },
                "funnel",
                "breakdown",
                "breakdown_value",
                "step",
                "reached_count");
        return foremost;
    }

    /** By funnel and breakdown: all steps of these values. */
    private static Map<List<String>, Map<String, List<Row>>> steps(
            WrittenTable table, Map<List<String>, Foremost> foremost) {
        Map<List<String>, Map<String, List<Row>>> steps = new HashMap<>();
        foremost.forEach((key, first) -> {
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            first.rows().forEach(row -> rows.put(row.text("breakdown_value"), new ArrayList<>()));
            steps.put(key, rows);
        });
        table.forEach(row -> {
            List<Row> rows = steps.getOrDefault(key(row), Map.of()).get(row.text("breakdown_value"));
            if (rows != null) {
                rows.add(row);
            }
        });
        return steps;
    }

    private static List<String> key(Row row) {
        return List.of(row.text("funnel"), row.text("breakdown"));
    }

    private static List<Value> listed(Map<String, List<Row>> values) {
        List<Value> listed = new ArrayList<>();
        values.forEach((name, rows) -> listed.add(new Value(name, List.copyOf(rows))));
        return List.copyOf(listed);
    }

    /** The breakdowns of a funnel in which anybody entered. */
    List<Breakdown> of(FunnelFacts funnel) {
        return List.copyOf(byFunnel.getOrDefault(funnel.name(), Map.of()).values());
    }
}
