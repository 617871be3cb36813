package io.parcours.churn;

import java.io.Serializable;

/** How many customers had which state at a back-test's cut, and how many of them left, by half of the customers. */
final class StateOutcomes implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int HALVES = 2;

    private final long[] customers = new long[ChurnState.values().length * HALVES];
    private final long[] left = new long[customers.length];

    void add(ChurnState state, int half, boolean hasLeft) {
        customers[place(state, half)]++;
        left[place(state, half)] += hasLeft ? 1 : 0;
    }

    void merge(StateOutcomes other) {
        for (int i = 0; i < customers.length; i++) {
            customers[i] += other.customers[i];
            left[i] += other.left[i];
        }
    }

    long customers(ChurnState state, int half) {
        return customers[place(state, half)];
    }

    long left(ChurnState state, int half) {
        return left[place(state, half)];
    }

    private static int place(ChurnState state, int half) {
        return state.ordinal() * HALVES + half;
    }
}
