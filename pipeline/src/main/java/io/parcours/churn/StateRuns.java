package io.parcours.churn;

/** Takes one customer's states at the ends of periods, a run of equal ones at a time, in order. */
final class StateRuns {
    private final FlowCounts counts;
    private final int latest;
    private int former = FlowCounts.NOT_BEGUN;

    /** Into these counts; the latest period has this index. */
    StateRuns(FlowCounts counts, int latest) {
        this.counts = counts;
        this.latest = latest;
    }

    /** Turns to another customer, who has not begun. */
    void begin() {
        former = FlowCounts.NOT_BEGUN;
    }

    /** Takes the state that the customer has at the ends of the periods from one index up to another, excluded. */
    void add(ChurnState state, int from, int to) {
        // What came before the end with index 0 is not told.
        if (from > 0) {
            counts.move(former, state, latest - from);
        }
        if (from + 1 < to) {
            counts.keep(state, latest - (to - 1), latest - (from + 1));
        }
        former = state.ordinal();
    }
}
