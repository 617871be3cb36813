package io.parcours.churn;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table {@code lifecycle_flow}: rows by rule, period, state before, state. */
final class LifecycleFlowReport {
    static final ReportTable<Row> TABLE = new ReportTable<>(
            "lifecycle_flow",
            "a pair of states, at the end of the period before and of this one, with the customers who have both",
            List.of(
                    Column.text(
                            "rule",
                            "rhythm: states as churn_customers tells them, at_risk by the customer's own gaps up to then;"
                                    + " fixed: at_risk when silent for longer than half of inactive_after, whatever the gaps.",
                            Row::rule),
                    Column.text(
                            "period",
                            "The calendar period, of the length of retention.period: 2024-01, the week's Monday, or the"
                                    + " day. The periods that are over at as_of, at most the latest 2,000.",
                            Row::period),
                    Column.text(
                            "from_state",
                            "The state at the last microsecond of the period before: new, current, at_risk, dormant,"
                                    + " returned; (none) for those who had not begun.",
                            Row::from),
                    Column.text("to_state", "The state at the last microsecond of this period.", Row::to),
                    Column.wholeInEveryRow(
                            "customer_count", "How many customers; pairs without any have no row.", Row::customers),
                    Column.real(
                            "share_of_from",
                            "customer_count / all customers with this from_state; null for (none).",
                            Row::share)));

    private LifecycleFlowReport() {}

    /** A pair of states in a period. */
    record Row(String rule, String period, String from, String to, long customers, Double share) {}

    static TableContent<Row> of(LifecycleCounts counts) {
        PeriodEnds ends = counts.ends();
        List<Row> rows = new ArrayList<>();
        add("rhythm", counts.byRhythm(), ends, rows);
        add("fixed", counts.byRule(), ends, rows);
        return new TableContent<>(TABLE, rows);
    }

    private static void add(String rule, FlowCounts counts, PeriodEnds ends, List<Row> rows) {
        long[][][] customers = counts.byAge();
        for (int age = customers.length - 1; age >= 0; age--) {
            String period = ends.nameOf(PeriodEnds.MOST_PERIODS - age);
            add(rule, period, FlowCounts.NOT_BEGUN, customers[age], rows);
            for (ChurnState from : ChurnState.values()) {
                add(rule, period, from.ordinal(), customers[age], rows);
            }
        }
    }

    private static void add(String rule, String period, int from, long[][] customers, List<Row> rows) {
        boolean hasBegun = from != FlowCounts.NOT_BEGUN;
        double all = Arrays.stream(customers[from]).sum();
        for (ChurnState to : ChurnState.values()) {
            long both = customers[from][to.ordinal()];
            if (both > 0) {
                String state = hasBegun ? ChurnState.values()[from].label() : Labels.NONE;
                rows.add(new Row(rule, period, state, to.label(), both, hasBegun ? (Double) (both / all) : null));
            }
        }
    }
}
