package io.parcours.funnel;

import io.parcours.stats.ComparedCounts;
import io.parcours.stats.LastStepCounts;
import io.parcours.stats.RateChange;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The units of two compared periods, by the value of the mix and by the last required step they reached. */
final class PeriodCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int CUSTOMER_GROUPS = 64;

    private final ComparedPeriods periods;
    private final int groups;
    private final int steps;
    /** By value and group: by period and last step; null where a group has no such unit. */
    private final Map<String, long[][]> byValue = new HashMap<>();
    /** How many customers have units in each period. */
    private final long[] customers = new long[2];

    private transient boolean isInBefore;
    private transient boolean isInAfter;

    /**
     * Begins to count.
     *
     * @param isClustered whether a customer can have several units: then customers are dealt to groups
     */
    PeriodCounts(ComparedPeriods periods, boolean isClustered) {
        this.periods = periods;
        this.groups = isClustered ? CUSTOMER_GROUPS : 1;
        this.steps = periods.requiredCount();
    }

    /** Takes in a unit. */
    void add(FunnelUnit unit) {
        if (unit.number() == 1) {
            isInBefore = false;
            isInAfter = false;
        }
        int period = periods.periodOf(unit.enteredAt());
        int reached = period < 0 ? 0 : periods.reached(unit.progress());
        if (reached > 0) {
            countCustomer(period);
            String value = periods.valueAt(unit.history(), unit.progress().entry());
            cells(value, groupOf(unit.history().customerId()))[period * steps + reached - 1]++;
        }
    }

    private void countCustomer(int period) {
        if (period == 0 && !isInBefore) {
            isInBefore = true;
            customers[0]++;
        } else if (period == 1 && !isInAfter) {
            isInAfter = true;
            customers[1]++;
        }
    }

    /** The same on every machine and for every part of a log. */
    private int groupOf(String customer) {
        if (groups == 1) {
            return 0;
        }
        // Fibonacci hashing: ids that differ in their last letters only do not fall into few groups.
        return (customer.hashCode() * 0x9E3779B9 >>> 16) % groups;
    }

    private long[] cells(String value, int group) {
        long[][] ofValue = byValue.computeIfAbsent(value, key -> new long[groups][]);
        if (ofValue[group] == null) {
            ofValue[group] = new long[2 * steps];
        }
        return ofValue[group];
    }

    /** Takes in what was counted elsewhere. */
    void merge(PeriodCounts other) {
        other.byValue.forEach((value, ofValue) -> {
            for (int group = 0; group < groups; group++) {
                if (ofValue[group] != null) {
                    add(ofValue[group], cells(value, group));
                }
            }
        });
        customers[0] += other.customers[0];
        customers[1] += other.customers[1];
    }

    private static void add(long[] cells, long[] sum) {
        for (int cell = 0; cell < sum.length; cell++) {
            sum[cell] += cells[cell];
        }
    }

    ComparedPeriods periods() {
        return periods;
    }

    /** All units. */
    ComparedCounts all() {
        return compared(values(), 0, groups);
    }

    /** What the change of the final rate is made of; units entered in both periods. */
    RateChange change() {
        List<String> values = values();
        ComparedCounts all = compared(values, 0, groups);
        return groups == 1
                ? RateChange.between(all)
                : RateChange.betweenClustered(
                        all, group -> compared(values, group, group + 1), groups, unitsPerCustomer(all));
    }

    private double unitsPerCustomer(ComparedCounts all) {
        return Math.max(
                (double) all.before().entered() / customers[0],
                (double) all.after().entered() / customers[1]);
    }

    /** In one order, so that sums do not depend on how the log was parted. */
    private List<String> values() {
        return byValue.keySet().stream().sorted(Utf8Order.COMPARATOR).toList();
    }

    private ComparedCounts compared(List<String> values, int from, int to) {
        return new ComparedCounts(period(0, values, from, to), period(1, values, from, to));
    }

    private LastStepCounts period(int period, List<String> values, int from, int to) {
        long[][] lastSteps = new long[values.size()][steps];
        for (int value = 0; value < lastSteps.length; value++) {
            long[][] ofValue = byValue.get(values.get(value));
            for (int group = from; group < to; group++) {
                for (int step = 0; ofValue[group] != null && step < steps; step++) {
                    lastSteps[value][step] += ofValue[group][period * steps + step];
                }
            }
        }
        return LastStepCounts.ofLastSteps(lastSteps, steps);
    }
}
