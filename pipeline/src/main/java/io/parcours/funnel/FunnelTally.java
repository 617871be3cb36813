package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.ExactMean;
import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Labels;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What is counted of one funnel: its steps for all units and for every breakdown value, and what the lost did next. */
final class FunnelTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final SpanLedger spans;
    private final StepTally all;
    private final List<BreakdownTallies> byBreakdown = new ArrayList<>();
    private final DropOffs dropOffs;
    private final EntryCohorts cohorts;
    private final ConversionTimes conversionTimes;
    /** Of the touchpoints with which units converted. */
    private final ExactMean conversionValues = new ExactMean();
    /** Belongs to one task and does not travel with its result. */
    private transient FunnelTracker tracker;
    /** The tallies in which the unit at hand counts: all, and one a breakdown. */
    private transient StepTally[] unitTallies;
    /** The tallies with units of the customer at hand, where these form a cluster. */
    private transient List<StepCounts> openTallies;
    /** What was counted of the customer at hand, one by one. */
    private transient FunnelCustomers customers;
    /** How many of the customer at hand were counted so far. */
    private transient int number;

    FunnelTally(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
        this.all = new StepTally(plan, spans);
        this.dropOffs = new DropOffs(plan.stepCount(), spans);
        this.cohorts = new EntryCohorts(plan);
        this.conversionTimes = new ConversionTimes(plan, spans);
        for (int breakdown = 0; breakdown < plan.breakdowns().size(); breakdown++) {
            byBreakdown.add(new BreakdownTallies(plan, spans));
        }
        begin();
    }

    private void begin() {
        tracker = new FunnelTracker(plan);
        unitTallies = new StepTally[1 + plan.breakdowns().size()];
        openTallies = new ArrayList<>();
        customers = new FunnelCustomers(plan);
    }

    /** Takes in the units of a customer, of whose touchpoints these serve any step. */
    void add(CustomerHistory history, ServingTouchpoints serving) {
        List<Span> units = plan.units(history);
        number = 0;
        customers.clear();
        int unit = 0;
        while (serving.hasMore()) {
            while (units.get(unit).to() <= serving.nextIndex()) {
                unit++;
            }
            serving.moveTo(units.get(unit));
            addUnit(
                    history,
                    units.get(unit),
                    tracker.track(serving, units.get(unit).isOpen()));
        }
        openTallies.forEach(StepCounts::closeCustomer);
        openTallies.clear();
    }

    private void addUnit(CustomerHistory history, Span span, UnitProgress unit) {
        addOpen(history, unit);
        for (FunnelProgress progress : unit.counted()) {
            add(new FunnelUnit(history, span, ++number, progress));
        }
    }

    private void add(FunnelUnit unit) {
        unitTallies[0] = all;
        for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
            String value = plan.breakdowns()
                    .get(breakdown)
                    .label(unit.history(), unit.progress().entry());
            unitTallies[breakdown + 1] = byBreakdown.get(breakdown).of(value);
            customers.setValue(breakdown, value);
        }
        customers.add(unit);
        for (StepTally tally : unitTallies) {
            count(unit, tally);
        }
        count(unit, cohorts.of(unit.enteredAt()));
        addTimes(unit);
        conversionTimes.add(unit);
        if (unit.progress().outcome() == Outcome.CONVERTED) {
            conversionValues.add(unit.history().value(unit.progress().touchpointOf(plan.stepCount())));
        } else if (unit.progress().outcome() == Outcome.DROPPED) {
            addDropOff(unit);
        }
    }

    private void count(FunnelUnit unit, StepCounts counts) {
        if (plan.isClustered() && !counts.hasOpenCustomer()) {
            openTallies.add(counts);
        }
        counts.add(unit.progress());
    }

    private void addTimes(FunnelUnit unit) {
        for (int step = 2; step <= plan.stepCount(); step++) {
            if (unit.progress().isReached(step)) {
                addTimes(unit, step);
            }
        }
    }

    private void addTimes(FunnelUnit unit, int step) {
        long time = unit.reachedAt(step);
        spans.enter(time - unit.reachedAt(unit.progress().reachedBefore(step)));
        for (StepTally tally : unitTallies) {
            spans.post(tally.accountFromPrevious(step));
        }
        if (step > 2) {
            spans.enter(time - unit.reachedAt(1));
            for (StepTally tally : unitTallies) {
                spans.post(tally.accountFromFirst(step));
            }
        }
    }

    private void addOpen(CustomerHistory history, UnitProgress unit) {
        for (int step = 1; step <= plan.stepCount(); step++) {
            int first = unit.firstServing()[step - 1];
            if (first >= 0) {
                all.addOpen(step);
                for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
                    String value = plan.breakdowns().get(breakdown).label(history, first);
                    byBreakdown.get(breakdown).of(value).addOpen(step);
                }
            }
        }
    }

    private void addDropOff(FunnelUnit unit) {
        CustomerHistory history = unit.history();
        int last = unit.progress().lastMatched();
        int next = last + 1;
        int end = unit.span().to();
        boolean isNothing = next == end;
        DropOffTally tally = dropOffs.of(
                plan.nextRequired(unit.progress().level()),
                isNothing ? Labels.NOTHING : history.event(next),
                isNothing ? Labels.NOTHING : Labels.orNone(history.channel(next)));
        tally.add(history.event(end - 1));
        spans.enter((isNothing ? plan.asOf().micros() : history.occurredAt(next)) - history.occurredAt(last));
        spans.post(tally.account());
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by each of the other's accounts, the one of this funnel
     */
    void merge(FunnelTally other, int[] mapped) {
        all.merge(other.all, mapped);
        for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
            BreakdownTallies mine = byBreakdown.get(breakdown);
            other.byBreakdown
                    .get(breakdown)
                    .forEach((value, tally) -> mine.of(value).merge(tally, mapped));
        }
        dropOffs.merge(other.dropOffs, mapped);
        cohorts.merge(other.cohorts);
        conversionTimes.merge(other.conversionTimes, mapped);
        conversionValues.merge(other.conversionValues);
    }

    FunnelPlan plan() {
        return plan;
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

    ConversionTimes conversionTimes() {
        return conversionTimes;
    }

    ExactMean conversionValues() {
        return conversionValues;
    }

    EntryCohorts cohorts() {
        return cohorts;
    }

    /** What was counted of the customer taken in last, one by one. */
    List<FunnelCustomersRow> customers() {
        return customers.rows();
    }

    List<DropOffTally> dropOffs() {
        return dropOffs.tallies();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
