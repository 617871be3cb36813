package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
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
    /** Belongs to one task and does not travel with its result. */
    private transient FunnelTracker tracker;
    /** The tallies in which the unit at hand counts: all, and one a breakdown. */
    private transient StepTally[] unitTallies;
    /** The tallies with units of the customer at hand, where these form a cluster. */
    private transient List<StepTally> openTallies;

    FunnelTally(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
        this.all = new StepTally(plan, spans);
        this.dropOffs = new DropOffs(plan.stepCount(), spans);
        for (int breakdown = 0; breakdown < plan.breakdownCount(); breakdown++) {
            byBreakdown.add(new BreakdownTallies(plan, spans));
        }
        begin();
    }

    private void begin() {
        tracker = new FunnelTracker(plan);
        unitTallies = new StepTally[1 + plan.breakdownCount()];
        openTallies = new ArrayList<>();
    }

    /** Takes in the units of a customer, of whose touchpoints these serve any step. */
    void add(CustomerHistory history, ServingTouchpoints serving) {
        List<Span> units = plan.units(history);
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
        openTallies.forEach(StepTally::closeCustomer);
        openTallies.clear();
    }

    private void addUnit(CustomerHistory history, Span unit, FunnelProgress progress) {
        addOpen(history, progress);
        if (progress.outcome() == Outcome.NOT_ENTERED) {
            return;
        }
        unitTallies[0] = all;
        for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
            String value = plan.breakdownValue(history, progress.firstEntry(), breakdown);
            unitTallies[breakdown + 1] = byBreakdown.get(breakdown).of(value);
        }
        for (StepTally tally : unitTallies) {
            if (plan.isClustered() && !tally.hasOpenCustomer()) {
                openTallies.add(tally);
            }
            tally.add(progress);
        }
        addTimes(history, progress.matched());
        if (progress.outcome() == Outcome.DROPPED) {
            addDropOff(history, unit, progress);
        }
    }

    private void addTimes(CustomerHistory history, int[] matched) {
        for (int step = 2; step <= matched.length; step++) {
            long time = history.occurredAt(matched[step - 1]);
            spans.enter(time - history.occurredAt(matched[step - 2]));
            for (StepTally tally : unitTallies) {
                spans.post(tally.accountFromPrevious(step));
            }
            if (step > 2) {
                spans.enter(time - history.occurredAt(matched[0]));
                for (StepTally tally : unitTallies) {
                    spans.post(tally.accountFromFirst(step));
                }
            }
        }
    }

    private void addOpen(CustomerHistory history, FunnelProgress progress) {
        for (int step = 1; step <= plan.stepCount(); step++) {
            int first = progress.firstServing()[step - 1];
            if (first >= 0) {
                all.addOpen(step);
                for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
                    String value = plan.breakdownValue(history, first, breakdown);
                    byBreakdown.get(breakdown).of(value).addOpen(step);
                }
            }
        }
    }

    private void addDropOff(CustomerHistory history, Span unit, FunnelProgress progress) {
        int last = progress.lastMatched();
        int next = last + 1;
        boolean isNothing = next == unit.to();
        DropOffTally tally = dropOffs.of(
                progress.level() + 1,
                isNothing ? Labels.NOTHING : history.event(next),
                isNothing ? Labels.NOTHING : Labels.orNone(history.channel(next)));
        tally.add(history.event(unit.to() - 1));
        spans.enter((isNothing ? plan.asOf() : history.occurredAt(next)) - history.occurredAt(last));
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

    List<DropOffTally> dropOffs() {
        return dropOffs.tallies();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
