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
import java.util.Optional;

/** What is counted of one funnel: its steps for all units and for every breakdown value, and what the lost did next. */
final class FunnelTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final SpanLedger spans;
    private final StepTally all;
    private final List<BreakdownTallies> byBreakdown = new ArrayList<>();
    private final DropOffs dropOffs;
    private final DropOffDrivers drivers;
    /** Null where no periods are compared. */
    private final PeriodCounts periods;
    /** Belongs to one task and does not travel with its result. */
    private transient FunnelTracker tracker;
    /** The tallies in which a unit counts as a whole: all, and one a breakdown. */
    private transient StepTally[] wholeTallies;
    /** Those in which the unit at hand counts. */
    private transient StepTally[] unitTallies;
    /** The tallies with units of the customer at hand, where these form a cluster. */
    private transient List<StepTally> openTallies;
    /** How many of the customer at hand were counted so far. */
    private transient int number;

    FunnelTally(FunnelPlan plan, SpanLedger spans, DriverLabels labels) {
        this.plan = plan;
        this.spans = spans;
        this.all = new StepTally(plan, spans);
        this.dropOffs = new DropOffs(plan.stepCount(), spans);
        this.drivers = new DropOffDrivers(plan, labels);
        this.periods = plan.periods()
                .map(compared -> new PeriodCounts(compared, plan.isClustered()))
                .orElse(null);
        for (int breakdown = 0; breakdown < plan.breakdowns().size(); breakdown++) {
            byBreakdown.add(new BreakdownTallies(plan, spans));
        }
        begin();
    }

    private void begin() {
        tracker = new FunnelTracker(plan);
        boolean countsWhole = plan.attribution() != FunnelAttribution.Kind.ALL_STEPS;
        wholeTallies = new StepTally[1 + (countsWhole ? plan.breakdowns().size() : 0)];
        openTallies = new ArrayList<>();
    }

    /** Takes in the units of a customer, of whose touchpoints these serve any step. */
    void add(CustomerHistory history, ServingTouchpoints serving) {
        List<Span> units = plan.units(history);
        number = 0;
        int unit = 0;
        while (serving.hasMore()) {
            while (units.get(unit).to() <= serving.nextIndex()) {
                unit++;
            }
            serving.moveTo(units.get(unit));
            addUnit(units.get(unit), serving);
        }
        openTallies.forEach(StepTally::closeCustomer);
        openTallies.clear();
    }

    private void addUnit(Span span, ServingTouchpoints serving) {
        if (plan.hold().isEmpty()) {
            add(span, serving, tracker.track(serving, span.isOpen()));
        } else {
            tracker.trackHeld(serving, span.isOpen()).forEach(unit -> add(span, serving, unit));
        }
        if (plan.attribution() == FunnelAttribution.Kind.ALL_STEPS) {
            for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
                addByValue(span, serving, breakdown);
            }
        }
    }

    /** A unit counts under every value that some chain has in all its touchpoints. */
    private void addByValue(Span span, ServingTouchpoints serving, int breakdown) {
        TouchpointColumns columns = plan.breakdowns().get(breakdown);
        for (UnitProgress unit : tracker.trackByValue(serving, span.isOpen(), columns)) {
            StepTally tally = byBreakdown.get(breakdown).of(unit.held());
            for (int step = 1; step <= plan.stepCount(); step++) {
                if (unit.firstServing()[step - 1] >= 0) {
                    tally.addOpen(step);
                }
            }
            for (FunnelProgress progress : unit.counted()) {
                unitTallies = new StepTally[] {tally};
                count(new FunnelUnit(serving.history(), span, unit.held(), number, progress));
            }
        }
    }

    private void add(Span span, ServingTouchpoints serving, UnitProgress unit) {
        addOpen(serving.history(), unit);
        for (FunnelProgress progress : unit.counted()) {
            add(new FunnelUnit(serving.history(), span, unit.held(), ++number, progress));
        }
    }

    private void add(FunnelUnit unit) {
        unitTallies = talliesOf(unit);
        count(unit);
        drivers.add(unit);
        if (periods != null) {
            periods.add(unit);
        }
        if (unit.progress().outcome() == Outcome.DROPPED) {
            addDropOff(unit);
        }
    }

    /** The tallies in which a unit counts as a whole. */
    private StepTally[] talliesOf(FunnelUnit unit) {
        wholeTallies[0] = all;
        for (int breakdown = 1; breakdown < wholeTallies.length; breakdown++) {
            String value = plan.breakdownValue(unit, breakdown - 1);
            wholeTallies[breakdown] = byBreakdown.get(breakdown - 1).of(value);
        }
        return wholeTallies;
    }

    private void count(FunnelUnit unit) {
        for (StepTally tally : unitTallies) {
            if (plan.isClustered() && !tally.hasOpenCustomer()) {
                openTallies.add(tally);
            }
            tally.add(unit.progress());
        }
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
                for (int breakdown = 0; breakdown < wholeTallies.length - 1; breakdown++) {
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
        drivers.merge(other.drivers);
        if (periods != null) {
            periods.merge(other.periods);
        }
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

    DropOffDrivers drivers() {
        return drivers;
    }

    List<DropOffTally> dropOffs() {
        return dropOffs.tallies();
    }

    /** The units of the compared periods, if any are. */
    Optional<PeriodCounts> periods() {
        return Optional.ofNullable(periods);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
