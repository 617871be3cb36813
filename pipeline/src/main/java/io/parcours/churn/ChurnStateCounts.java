package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import java.util.Arrays;

/** How many customers are in each state. */
public final class ChurnStateCounts implements Counts<ChurnStateCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final StateRule rule;
    private final AsOf asOf;
    private final long[] customers = new long[ChurnState.values().length];
    private long neverActive;
    private transient ActivityReader reader;

    ChurnStateCounts(int activity, StateRule rule, AsOf asOf) {
        this.activity = activity;
        this.rule = rule;
        this.asOf = asOf;
    }

    @Override
    public void add(CustomerHistory history) {
        if (reader == null) {
            reader = new ActivityReader(activity, new LocalDays(asOf.zone()), rule.inactiveAfter());
        }
        reader.read(history)
                .ifPresentOrElse(found -> customers[rule.stateOf(found, asOf).ordinal()]++, () -> neverActive++);
    }

    @Override
    public void merge(ChurnStateCounts other) {
        for (int state = 0; state < customers.length; state++) {
            customers[state] += other.customers[state];
        }
        neverActive += other.neverActive;
    }

    /** How many customers are in this state. */
    public long customers(ChurnState state) {
        return customers[state.ordinal()];
    }

    /** How many customers are in any state: those with a row in churn_customers. */
    public long activeCustomers() {
        return Arrays.stream(customers).sum();
    }

    /** How many customers have no activity touchpoint at all, so no state and no row. */
    public long neverActiveCustomers() {
        return neverActive;
    }
}
