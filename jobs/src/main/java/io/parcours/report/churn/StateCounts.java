package io.parcours.report.churn;

import io.parcours.report.data.WrittenTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many customers have which state and risk: the rows of {@code churn_customers}, counted in one reading. */
final class StateCounts {
    /** The states in the order of a life. */
    static final List<String> STATES = List.of("new", "current", "returned", "at_risk", "dormant");

    /** The risks, rising. */
    static final List<String> RISKS = List.of("low", "medium", "high");

    private final boolean isThere;
    private final Map<String, Map<String, Long>> counts = new HashMap<>();

    private StateCounts(boolean isThere) {
        this.isThere = isThere;
    }

    static StateCounts of(WrittenTable customers) {
        StateCounts counts = new StateCounts(customers.isThere());
        customers.forEach(
                row -> counts.counts
                        .computeIfAbsent(row.text("state"), missing -> new HashMap<>())
                        .merge(String.valueOf(row.text("churn_risk")), 1L, Long::sum),
                "state",
                "churn_risk");
        return counts;
    }

    /** Whether the day has the table. */
    boolean isThere() {
        return isThere;
    }

    long total() {
        return STATES.stream().mapToLong(this::ofState).sum();
    }

    long ofState(String state) {
        return counts.getOrDefault(state, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    long ofRisk(String risk) {
        return STATES.stream().mapToLong(state -> of(state, risk)).sum();
    }

    long of(String state, String risk) {
        return counts.getOrDefault(state, Map.of()).getOrDefault(risk, 0L);
    }
}
