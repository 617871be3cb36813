package io.parcours.churn;

import java.io.Serializable;
import java.util.Arrays;

/** The customers of one key of the {@link RetentionCalendar}, and how many of them counted in each period. */
final class RetentionCell implements Serializable {
    private static final long serialVersionUID = 1L;

    private long customers;
    private long[] byPeriod = new long[1];

    void countCustomer() {
        customers++;
    }

    void count(int period) {
        add(period, 1);
    }

    void merge(RetentionCell other) {
        customers += other.customers;
        for (int period = 0; period < other.byPeriod.length; period++) {
            add(period, other.byPeriod[period]);
        }
    }

    long customers() {
        return customers;
    }

    /** How many counted in this period. */
    long in(int period) {
        return period < byPeriod.length ? byPeriod[period] : 0;
    }

    /** The same with every customer counted in all periods up to his own. */
    RetentionCell accumulated() {
        RetentionCell accumulated = new RetentionCell();
        accumulated.customers = customers;
        accumulated.byPeriod = byPeriod.clone();
        for (int period = byPeriod.length - 2; period >= 0; period--) {
            accumulated.byPeriod[period] += accumulated.byPeriod[period + 1];
        }
        return accumulated;
    }

    private void add(int period, long more) {
        if (period >= byPeriod.length) {
            byPeriod = Arrays.copyOf(byPeriod, period + 1);
        }
        byPeriod[period] += more;
    }
}
