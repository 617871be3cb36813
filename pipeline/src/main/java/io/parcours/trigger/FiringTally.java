package io.parcours.trigger;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.ExactSum;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;

/** What is counted of the firings of one group. The firings of one customer form one cluster. */
final class FiringTally implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Times kept, each in an account of its own behind the first. */
    private static final int ACCOUNTS = 3;

    private final int account;
    private long firings;
    private long pending;
    private long dueCustomers;
    private long customers;
    private final ClusteredProportion matureCancelled = new ClusteredProportion();
    private final ClusteredProportion cancelledConverted = new ClusteredProportion();
    private final ClusteredProportion dueConverted = new ClusteredProportion();
    private final ExactSum value = new ExactSum();
    private final ExactSum dueValue = new ExactSum();
    private final CustomerFirings atHand = new CustomerFirings();

    FiringTally(SpanLedger spans) {
        account = spans.open(ACCOUNTS);
    }

    /** The account of the times from start to cancelling touchpoint. */
    int toCancel() {
        return account;
    }

    /** The account of the times from deadline to conversion. */
    int dueToConversion() {
        return account + 1;
    }

    /** The account of the times from start to conversion where it was cancelled. */
    int cancelledToConversion() {
        return account + 2;
    }

    /** Whether the customer at hand has any firing here so far. */
    boolean hasOpenCustomer() {
        return atHand.firings() > 0;
    }

    /**
     * Takes in a firing of the customer at hand.
     *
     * @param startValue the value of the touchpoint that started it, or NaN
     * @param asOf microseconds since the epoch
     */
    void add(Firing firing, double startValue, long asOf) {
        firings++;
        value.add(startValue);
        if (firing.state() == FiringState.DUE) {
            dueValue.add(startValue);
        } else if (firing.state() == FiringState.PENDING) {
            pending++;
        }
        atHand.add(firing, asOf);
    }

    /** The next firing belongs to another customer. */
    void closeCustomer() {
        customers++;
        dueCustomers += atHand.due() > 0 ? 1 : 0;
        matureCancelled.add(atHand.matureCancelled(), atHand.mature());
        cancelledConverted.add(atHand.cancelledConverted(), atHand.cancelled());
        dueConverted.add(atHand.dueConverted(), atHand.due());
        atHand.clear();
    }

    /**
     * Takes in what was counted elsewhere.
     *
     * @param mapped is told for each of the other's accounts the one here
     */
    void merge(FiringTally other, int[] mapped) {
        for (int i = 0; i < ACCOUNTS; i++) {
            mapped[other.account + i] = account + i;
        }
        firings += other.firings;
        pending += other.pending;
        dueCustomers += other.dueCustomers;
        customers += other.customers;
        matureCancelled.merge(other.matureCancelled);
        cancelledConverted.merge(other.cancelledConverted);
        dueConverted.merge(other.dueConverted);
        value.merge(other.value);
        dueValue.merge(other.dueValue);
    }

    long firings() {
        return firings;
    }

    long pending() {
        return pending;
    }

    long customers() {
        return customers;
    }

    long dueCustomers() {
        return dueCustomers;
    }

    /** Of the firings whose deadline is over at as_of, those that were cancelled. */
    ClusteredProportion matureCancelled() {
        return matureCancelled;
    }

    /** Of the cancelled firings, those that converted. */
    ClusteredProportion cancelledConverted() {
        return cancelledConverted;
    }

    /** Of the due firings, those that converted after the deadline. */
    ClusteredProportion dueConverted() {
        return dueConverted;
    }

    ExactSum value() {
        return value;
    }

    ExactSum dueValue() {
        return dueValue;
    }
}
