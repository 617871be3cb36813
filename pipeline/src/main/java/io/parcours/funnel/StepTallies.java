package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.stats.SpanLedger;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The steps of a funnel, counted for all units and for every breakdown value. */
final class StepTallies implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final SpanLedger spans;
    private final StepTally all;
    private final List<BreakdownTallies> byBreakdown = new ArrayList<>();
    /** The tallies in which a unit counts as a whole: all, and one a breakdown. */
    private transient StepTally[] wholeTallies;
    /** The one tally of a value that all touchpoints of a chain have. */
    private transient StepTally[] valueTally;
    /** The counts with anything of the customer at hand, where that forms a cluster. */
    private transient List<StepCounts> openCounts;
    /** By breakdown: the value of the unit taken in last. */
    private transient String[] values;

    StepTallies(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
        this.all = new StepTally(plan, spans);
        for (int breakdown = 0; breakdown < plan.breakdowns().size(); breakdown++) {
            byBreakdown.add(new BreakdownTallies(plan, spans));
        }
        begin();
    }

    private void begin() {
        wholeTallies = new StepTally
                [1 + (plan.countsValuesApart() ? 0 : plan.breakdowns().size())];
        valueTally = new StepTally[1];
        openCounts = new ArrayList<>();
        values = new String[plan.breakdowns().size()];
    }

    /** Counts a unit's first touchpoints of every step. */
    void addOpen(CustomerHistory history, UnitProgress unit) {
        for (int step = 1; step <= plan.stepCount(); step++) {
            int first = unit.firstServing()[step - 1];
            if (first >= 0) {
                all.addOpen(step);
                for (int breakdown = 0; breakdown < wholeTallies.length - 1; breakdown++) {
                    String value = plan.breakdowns().get(breakdown).label(history, first);
                    byBreakdown.get(breakdown).of(value).addOpen(step);
                }
            }
        }
    }

    /** Counts a unit under all and under its value of each breakdown, unless values are counted apart. */
    void add(FunnelUnit unit) {
        wholeTallies[0] = all;
        for (int breakdown = 0; breakdown < values.length; breakdown++) {
            values[breakdown] = plan.breakdownValue(unit, breakdown);
            if (wholeTallies.length > 1) {
                wholeTallies[breakdown + 1] = byBreakdown.get(breakdown).of(values[breakdown]);
            }
        }
        add(unit, wholeTallies);
    }

    /** By breakdown: the value of the unit taken in last. Not to be kept or changed. */
    String[] latestValues() {
        return values;
    }

    /** Counts a unit under one value of a breakdown alone, by the chains whose touchpoints all have it. */
    void addByValue(UnitProgress unit, int breakdown, List<FunnelUnit> counted) {
        valueTally[0] = byBreakdown.get(breakdown).of(unit.held());
        for (int step = 1; step <= plan.stepCount(); step++) {
            if (unit.firstServing()[step - 1] >= 0) {
                valueTally[0].addOpen(step);
            }
        }
        counted.forEach(one -> add(one, valueTally));
    }

    private void add(FunnelUnit unit, StepTally[] tallies) {
        for (StepTally tally : tallies) {
            count(unit, tally);
        }
        for (int step = 2; step <= plan.stepCount(); step++) {
            if (unit.progress().isReached(step)) {
                addTimes(unit, step, tallies);
            }
        }
    }

    /** Counts a unit in counts that may be others than of breakdowns. */
    void count(FunnelUnit unit, StepCounts counts) {
        if (plan.isClustered() && !counts.hasOpenCustomer()) {
            openCounts.add(counts);
        }
        counts.add(unit.progress());
    }

    private void addTimes(FunnelUnit unit, int step, StepTally[] tallies) {
        long time = unit.reachedAt(step);
        spans.enter(time - unit.reachedAt(unit.progress().reachedBefore(step)));
        for (StepTally tally : tallies) {
            spans.post(tally.accountFromPrevious(step));
        }
        if (step > 2) {
            spans.enter(time - unit.reachedAt(1));
            for (StepTally tally : tallies) {
                spans.post(tally.accountFromFirst(step));
            }
        }
    }

    /** The next unit belongs to another customer. */
    void closeCustomer() {
        openCounts.forEach(StepCounts::closeCustomer);
        openCounts.clear();
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by each of the other's accounts, the one of this funnel
     */
    void merge(StepTallies other, int[] mapped) {
        all.merge(other.all, mapped);
        for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
            BreakdownTallies mine = byBreakdown.get(breakdown);
            other.byBreakdown
                    .get(breakdown)
                    .forEach((value, tally) -> mine.of(value).merge(tally, mapped));
        }
    }

    StepTally all() {
        return all;
    }

    /** The values that occur in the n-th breakdown, in the order of reports. */
    List<String> values(int breakdown) {
        return byBreakdown.get(breakdown).values();
    }

    StepTally of(int breakdown, String value) {
        return byBreakdown.get(breakdown).of(value);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
