package io.parcours.report.overview;

import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many customers there are of each state at each furthest stage, and how many who are still there may leave. */
final class CustomerStates {
    /** The states in the order in which a customer's interest fades. */
    static final List<String> STATES = List.of("new", "current", "returned", "at_risk", "dormant");

    /** Reading takes about two seconds for so many; a report of more customers does without these counts. */
    private static final long MOST_CUSTOMERS = 3_000_000;

    /** Stands for a customer none of whose touchpoints has a stage. */
    private static final String NO_STAGE = "";

    private final Map<String, Map<String, Long>> states = new HashMap<>();
    private long customers;
    private long dormant;
    private long highRisk;

    private CustomerStates() {}

    /** The counts; none where there are no customers, or too many to look at each. */
    static Optional<CustomerStates> of(WrittenTable table) {
        long rows = table.rowCount();
        if (rows == 0 || rows > MOST_CUSTOMERS) {
            return Optional.empty();
        }
        CustomerStates counts = new CustomerStates();
        table.forEach(counts::add, "furthest_stage", "state", "churn_risk");
        return Optional.of(counts);
    }

    private void add(Row row) {
        customers++;
        String stage = row.text("furthest_stage");
        states.computeIfAbsent(stage == null ? NO_STAGE : stage, missing -> new HashMap<>())
                .merge(row.text("state"), 1L, Long::sum);
        if ("dormant".equals(row.text("state"))) {
            dormant++;
        } else if ("high".equals(row.text("churn_risk"))) {
            highRisk++;
        }
    }

    /** Customers with activity. */
    long customers() {
        return customers;
    }

    /** Those of them who are silent for longer than the map's time. */
    long dormant() {
        return dormant;
    }

    /** Those with a high risk of leaving who are not dormant already. */
    long highRisk() {
        return highRisk;
    }

    /** How many came as far as a stage and no further. */
    long furthest(String stage) {
        return states.getOrDefault(stage, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many of these are in a state. */
    long furthest(String stage, String state) {
        return states.getOrDefault(stage, Map.of()).getOrDefault(state, 0L);
    }

    static String noStage() {
        return NO_STAGE;
    }
}
