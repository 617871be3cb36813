package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a funnel counts of the customer at hand, one row each. One object serves one task. */
final class FunnelCustomers {
    private static final String ATTEMPT = "attempt";
    private static final String VALUE = "value";

    private final FunnelPlan plan;
    private final String unit;
    /** Whether a customer, journey or session can be counted more than once. */
    private final boolean isPart;
    /** By step. */
    private final String[] stepNames;
    /** By outcome. */
    private final String[] statuses;

    private final List<FunnelCustomersRow> rows = new ArrayList<>();

    FunnelCustomers(FunnelPlan plan) {
        this.plan = plan;
        unit = unit(plan);
        isPart = unit.equals(ATTEMPT) || unit.equals(VALUE);
        stepNames = new String[plan.stepCount() + 1];
        for (int step = 1; step < stepNames.length; step++) {
            stepNames[step] = plan.stepName(step);
        }
        statuses = new String[Outcome.values().length];
        for (Outcome outcome : Outcome.values()) {
            statuses[outcome.ordinal()] = outcome.name().toLowerCase(Locale.ROOT);
        }
    }

    private static String unit(FunnelPlan plan) {
        if (plan.chains().entry() == ChainRules.Entry.EVERY) {
            return ATTEMPT;
        }
        return plan.hold().isEmpty() ? plan.rules().unit().name().toLowerCase(Locale.ROOT) : VALUE;
    }

    /** Another customer is at hand. */
    void clear() {
        rows.clear();
    }

    /**
     * Adds a row.
     *
     * @param values by breakdown: the value under which it is counted; not kept
     */
    void add(FunnelUnit counted, String[] values) {
        FunnelProgress progress = counted.progress();
        boolean isLost = progress.outcome() == Outcome.DROPPED;
        int lost = plan.nextRequired(progress.level());
        rows.add(new FunnelCustomersRow(
                plan.rules().name(),
                counted.history().customerId(),
                unit,
                number(counted),
                counted.held(),
                statuses[progress.outcome().ordinal()],
                progress.level(),
                stepNames[progress.level()],
                isLost ? (Long) (long) lost : null,
                isLost ? stepNames[lost] : null,
                counted.enteredAt(),
                stepTimes(counted),
                List.of(values)));
    }

    private int number(FunnelUnit counted) {
        return isPart ? counted.number() : counted.span().number();
    }

    private long[] stepTimes(FunnelUnit counted) {
        long[] times = new long[plan.stepCount()];
        for (int step = 1; step <= times.length; step++) {
            times[step - 1] = counted.progress().isReached(step) ? counted.reachedAt(step) : Column.NO_INSTANT;
        }
        return times;
    }

    /** Of the customer at hand, in the order they were added. Cleared with the next customer. */
    List<FunnelCustomersRow> rows() {
        return rows;
    }
}
