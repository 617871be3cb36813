package io.parcours.trigger;

import java.io.Serializable;

/** How many firings of each kind the customer at hand has. */
final class CustomerFirings implements Serializable {
    private static final long serialVersionUID = 1L;

    private long firings;
    private long due;
    private long dueConverted;
    private long cancelled;
    private long cancelledConverted;
    private long matureCancelled;

    void add(Firing firing, long asOf) {
        firings++;
        int conversions = firing.isConverted() ? 1 : 0;
        if (firing.state() == FiringState.DUE) {
            due++;
            dueConverted += conversions;
        } else if (firing.state() == FiringState.CANCELLED) {
            cancelled++;
            cancelledConverted += conversions;
            matureCancelled += firing.deadline() <= asOf ? 1 : 0;
        }
    }

    void clear() {
        firings = 0;
        due = 0;
        dueConverted = 0;
        cancelled = 0;
        cancelledConverted = 0;
        matureCancelled = 0;
    }

    long firings() {
        return firings;
    }

    long due() {
        return due;
    }

    long dueConverted() {
        return dueConverted;
    }

    long cancelled() {
        return cancelled;
    }

    long cancelledConverted() {
        return cancelledConverted;
    }

    long matureCancelled() {
        return matureCancelled;
    }

    /** Those whose deadline is over: every due one is. */
    long mature() {
        return due + matureCancelled;
    }
}
