package io.parcours.path;

import io.parcours.stats.Durations;
import java.io.Serializable;

/** One ordered pair of labels, and what was counted of it. */
final class TransitionCell implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String from;
    private final String to;
    private final Durations durations = new Durations();
    private long transitions;
    private long customers;
    /** The number of the customer counted last: a customer's pairs come one after the other. */
    private transient long lastCustomer;
    /** Where the walk goes on. */
    private transient TransitionNode next;

    TransitionCell(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** Counts a transition of the customer with this number, which is never 0. */
    void count(long customer) {
        transitions++;
        if (customer != lastCustomer) {
            lastCustomer = customer;
            customers++;
        }
    }

    /** Adds the time, in microseconds, that a counted transition took. */
    void took(long micros) {
        durations.add(micros);
    }

    void merge(TransitionCell other) {
        transitions += other.transitions;
        customers += other.customers;
        durations.merge(other.durations);
    }

    void leadTo(TransitionNode node) {
        this.next = node;
    }

    TransitionNode next() {
        return next;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    long transitions() {
        return transitions;
    }

    long customers() {
        return customers;
    }

    Durations durations() {
        return durations;
    }
}
