package io.parcours.segment;

import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.ExactMean;
import io.parcours.stats.ExactSum;
import java.io.Serializable;

/** What is counted of one segment's customers. */
final class SegmentTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int SATISFACTION_DECIMALS = 9;

    private long customers;
    private long overlapping;
    private final ClusteredProportion conversions = new ClusteredProportion();
    private final ExactSum value = new ExactSum();
    private final ExactMean valueOfCustomer = new ExactMean();
    private final ClusteredMean satisfaction = new ClusteredMean(SATISFACTION_DECIMALS);

    /**
     * What is found of one customer.
     *
     * @param journeys how many journeys
     * @param converted how many of them converted
     * @param value the values of all touchpoints
     * @param satisfaction the sum of the answers' satisfaction
     * @param answers how many answers
     */
    record Found(long journeys, long converted, ExactSum value, double satisfaction, long answers) {}

    void add(Found customer) {
        customers++;
        conversions.add(customer.converted(), customer.journeys());
        value.merge(customer.value());
        valueOfCustomer.add(customer.value().toDouble());
        satisfaction.add(customer.satisfaction(), customer.answers());
    }

    /** The customer added last belongs to other segments, too. */
    void countOverlap() {
        overlapping++;
    }

    void merge(SegmentTally other) {
        customers += other.customers;
        overlapping += other.overlapping;
        conversions.merge(other.conversions);
        value.merge(other.value);
        valueOfCustomer.merge(other.valueOfCustomer);
        satisfaction.merge(other.satisfaction);
    }

    long customers() {
        return customers;
    }

    long overlapping() {
        return overlapping;
    }

    ClusteredProportion conversions() {
        return conversions;
    }

    ExactSum value() {
        return value;
    }

    /** The value of a customer, 0 for one without any. */
    ExactMean valueOfCustomer() {
        return valueOfCustomer;
    }

    ClusteredMean satisfaction() {
        return satisfaction;
    }
}
