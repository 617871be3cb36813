package io.parcours.churn;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many customers went from which state to which in each period. Customers who keep a state for long cost two sums,
 * not one a period. Kept from the latest period back, as far as there is somebody.
 */
final class FlowCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** In place of the state before of customers who had not begun. */
    static final int NOT_BEGUN = ChurnState.values().length;

    private static final int STATES = ChurnState.values().length;
    private static final int FLOWS = (STATES + 1) * STATES;

    /** By age and flow. */
    private long[] flows = new long[0];
    /** By age and state: how many more kept it in this period than in the next one. */
    private long[] more = new long[0];

    /** Counts a customer who went from one state to another in the period of this age, 0 for the latest. */
    void move(int from, ChurnState to, int age) {
        int place = age * FLOWS + from * STATES + to.ordinal();
        if (place >= flows.length) {
            flows = Arrays.copyOf(flows, Math.max((age + 1) * FLOWS, Math.min(2 * flows.length, limit() * FLOWS)));
        }
        flows[place]++;
    }

    /** Counts a customer who kept a state in all periods of these ages, both included. */
    void keep(ChurnState state, int youngest, int oldest) {
        int end = (oldest + 1) * STATES + state.ordinal();
        if (end >= more.length) {
            more = Arrays.copyOf(more, Math.max(end + 1, Math.min(2 * more.length, limit() * STATES)));
        }
        more[youngest * STATES + state.ordinal()]++;
        more[end]--;
    }

    private static int limit() {
        return PeriodEnds.MOST_PERIODS + 1;
    }

    void merge(FlowCounts other) {
        flows = sum(flows, other.flows);
        more = sum(more, other.more);
    }

    private static long[] sum(long[] one, long[] other) {
        long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
        for (int i = 0; i < other.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    /** By age, state before ({@link #NOT_BEGUN} for none) and state: how many customers. */
    long[][][] byAge() {
        int ages = Math.max(flows.length / FLOWS, more.length / STATES);
        long[][][] customers = new long[ages][STATES + 1][STATES];
        long[] kept = new long[STATES];
        for (int age = 0; age < ages; age++) {
            for (int to = 0; to < STATES; to++) {
                kept[to] += at(more, age * STATES + to);
                for (int from = 0; from <= STATES; from++) {
                    customers[age][from][to] =
                            at(flows, age * FLOWS + from * STATES + to) + (from == to ? kept[to] : 0);
                }
            }
        }
        return customers;
    }

    private static long at(long[] counts, int place) {
        return place < counts.length ? counts[place] : 0;
    }
}
