package io.parcours.funnel;

import io.parcours.stats.ClusteredProportion;
import java.io.Serializable;
import java.util.Arrays;

/** The rates of a funnel that can count a customer more than once: what it counts of one customer forms one cluster. */
final class CustomerClusters implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final ClusteredProportion[] fromFirst;
    private final ClusteredProportion[] fromPrevious;
    private final ClusteredProportion[] mature;
    /** By step: how many of the customer at hand reached it. */
    private final long[] customerReached;
    /** The same by mature entries only. */
    private final long[] customerMature;

    CustomerClusters(FunnelPlan plan) {
        this.plan = plan;
        int steps = plan.stepCount();
        fromFirst = new ClusteredProportion[steps + 1];
        fromPrevious = new ClusteredProportion[steps + 1];
        mature = new ClusteredProportion[steps + 1];
        customerReached = new long[steps + 1];
        customerMature = new long[steps + 1];
        for (int step = 1; step <= steps; step++) {
            fromFirst[step] = new ClusteredProportion();
            fromPrevious[step] = new ClusteredProportion();
            mature[step] = new ClusteredProportion();
        }
    }

    /** Takes in a unit of the customer at hand. */
    void add(FunnelProgress progress) {
        for (int step = 1; step < customerReached.length; step++) {
            if (progress.isReached(step)) {
                customerReached[step]++;
            }
            if (progress.isMatureReached(step)) {
                customerMature[step]++;
            }
        }
    }

    /** Whether the customer at hand has any unit so far; every unit reached step 1. */
    boolean hasOpenCustomer() {
        return customerReached[1] > 0;
    }

    /** Closes the cluster: the next unit belongs to another customer. */
    void closeCustomer() {
        for (int step = 1; step < fromFirst.length; step++) {
            fromFirst[step].add(customerReached[step], customerReached[1]);
            mature[step].add(customerMature[step], customerMature[1]);
            if (step > 1) {
                fromPrevious[step].add(customerReached[step], customerReached[plan.previousRequired(step)]);
            }
        }
        Arrays.fill(customerReached, 0);
        Arrays.fill(customerMature, 0);
    }

    void merge(CustomerClusters other) {
        for (int step = 1; step < fromFirst.length; step++) {
            fromFirst[step].merge(other.fromFirst[step]);
            fromPrevious[step].merge(other.fromPrevious[step]);
            mature[step].merge(other.mature[step]);
        }
    }

    ClusteredProportion fromFirst(int step) {
        return fromFirst[step];
    }

    ClusteredProportion fromPrevious(int step) {
        return fromPrevious[step];
    }

    ClusteredProportion mature(int step) {
        return mature[step];
    }
}
