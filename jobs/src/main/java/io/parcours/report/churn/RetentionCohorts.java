package io.parcours.report.churn;

import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The part of {@code retention_cohorts} that is shown: the latest cohorts, of everybody and of the largest groups. */
final class RetentionCohorts {
    static final String ALL = "all";
    static final int MOST_COHORTS = 24;
    static final int MOST_COHORTS_OF_GROUP = 12;
    static final int MOST_PERIODS = 13;
    static final int MOST_BREAKDOWNS = 3;
    static final int MOST_VALUES = 4;

    private final TreeSet<String> cohorts = new TreeSet<>();
    private final Map<String, Map<String, Long>> sizes = new LinkedHashMap<>();
    private final Map<List<String>, Map<String, Map<Integer, Row>>> cells = new HashMap<>();
    private long lastPeriod;

    /** Reads the table twice: which cohorts and groups there are, then those that are shown. */
    static RetentionCohorts read(WrittenTable table) {
        RetentionCohorts read = new RetentionCohorts();
        table.forEach(read::measure, "cohort", "period", "eligible_count", "breakdown", "breakdown_value");
        Set<List<String>> wanted = new HashSet<>();
        for (String breakdown : read.sizes.keySet()) {
            read.values(breakdown).forEach(value -> wanted.add(List.of(breakdown, value)));
        }
        Set<String> latest = new HashSet<>(read.cohorts(MOST_COHORTS));
        table.rows(row -> row.whole("period") < MOST_PERIODS
                        && latest.contains(row.text("cohort"))
                        && wanted.contains(group(row)))
                .forEach(row -> read.cells
                        .computeIfAbsent(group(row), missing -> new HashMap<>())
                        .computeIfAbsent(row.text("cohort"), missing -> new HashMap<>())
                        .put((int) row.whole("period"), row));
        return read;
    }

    private void measure(Row row) {
        lastPeriod = Math.max(lastPeriod, row.whole("period"));
        if (row.whole("period") == 0) {
            cohorts.add(row.text("cohort"));
            sizes.computeIfAbsent(row.text("breakdown"), missing -> new LinkedHashMap<>())
                    .merge(row.text("breakdown_value"), row.whole("eligible_count"), Long::sum);
        }
    }

    private static List<String> group(Row row) {
        return List.of(row.text("breakdown"), row.text("breakdown_value"));
    }

    boolean isEmpty() {
        return !sizes.containsKey(ALL);
    }

    /** How many cohorts there are. */
    long cohortCount() {
        return cohorts.size();
    }

    /** How many periods there are. */
    long periodCount() {
        return lastPeriod + 1;
    }

    /** The latest cohorts, at most so many, the earliest of them first: their names sort by time. */
    List<String> cohorts(int most) {
        return cohorts.stream().skip(Math.max(0, cohorts.size() - most)).toList();
    }

    /** The breakdowns, the first of the table first. */
    List<String> breakdowns() {
        return sizes.keySet().stream()
                .filter(breakdown -> !breakdown.equals(ALL))
                .limit(MOST_BREAKDOWNS)
                .toList();
    }

    /** The values of a breakdown with the most customers. */
    List<String> values(String breakdown) {
        return sizes.get(breakdown).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many values a breakdown has. */
    long valueCount(String breakdown) {
        return sizes.get(breakdown).size();
    }

    /** The row of a cohort's period, or null where there is none. */
    Row cell(String breakdown, String value, String cohort, int period) {
        return cells.getOrDefault(List.of(breakdown, value), Map.of())
                .getOrDefault(cohort, Map.of())
                .get(period);
    }
}
