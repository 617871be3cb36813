package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;

/** What the study of churn counts in the pass. */
public final class ChurnStudyCounts implements Counts<ChurnStudyCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final long longSilence;
    private final AsOf asOf;
    private final BuyingCounts buying;
    private long customers;
    private transient ActivityReader reader;

    ChurnStudyCounts(int activity, long longSilence, AsOf asOf, BuyingCounts buying) {
        this.activity = activity;
        this.longSilence = longSilence;
        this.asOf = asOf;
        this.buying = buying;
    }

    @Override
    public void add(CustomerHistory history) {
        if (reader == null) {
            reader = new ActivityReader(activity, new LocalDays(asOf.zone()), longSilence);
        }
        customers++;
        reader.read(history).ifPresent(found -> buying.add(history, found, reader));
    }

    @Override
    public void merge(ChurnStudyCounts other) {
        buying.merge(other.buying);
        customers += other.customers;
    }

    /** How many customers there are, active or not. */
    long customers() {
        return customers;
    }

    AsOf asOf() {
        return asOf;
    }

    BuyingCounts buying() {
        return buying;
    }
}
