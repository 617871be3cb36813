package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is counted of one funnel: its steps for all units and for every breakdown value, and what the lost did next. */
final class FunnelTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final StepTally all;
    private final List<Map<String, StepTally>> byBreakdown = new ArrayList<>();
    private final Map<DropOffTally.Group, DropOffTally> dropOffs = new HashMap<>();
    /** Belongs to one task and does not travel with its result. */
    private transient FunnelTracker tracker;

    FunnelTally(FunnelPlan plan) {
        this.plan = plan;
        this.all = new StepTally(plan);
        for (int breakdown = 0; breakdown < plan.breakdownCount(); breakdown++) {
            byBreakdown.add(new HashMap<>());
        }
    }

    void add(CustomerHistory history) {
        if (tracker == null) {
            tracker = new FunnelTracker(plan);
        }
        Set<StepTally> touched = new LinkedHashSet<>();
        for (Span unit : plan.units(history)) {
            Optional<FunnelProgress> progress = tracker.track(history, unit);
            if (progress.isPresent()) {
                addUnit(history, unit, progress.get(), touched);
            }
        }
        touched.forEach(StepTally::closeCustomer);
    }

    private void addUnit(CustomerHistory history, Span unit, FunnelProgress progress, Set<StepTally> touched) {
        addOpen(history, progress);
        if (progress.outcome() == Outcome.NOT_ENTERED) {
            return;
        }
        count(all, history, progress, touched);
        for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
            StepTally tally = tally(breakdown, plan.breakdownValue(history, progress.firstEntry(), breakdown));
            count(tally, history, progress, touched);
        }
        if (progress.outcome() == Outcome.DROPPED) {
            addDropOff(history, unit, progress);
        }
    }

    private void count(StepTally tally, CustomerHistory history, FunnelProgress progress, Set<StepTally> touched) {
        tally.add(progress, history);
        if (plan.isClustered()) {
            touched.add(tally);
        }
    }

    private void addOpen(CustomerHistory history, FunnelProgress progress) {
        for (int step = 1; step <= plan.stepCount(); step++) {
            int first = progress.firstServing()[step - 1];
            if (first >= 0) {
                all.addOpen(step);
                for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
                    tally(breakdown, plan.breakdownValue(history, first, breakdown))
                            .addOpen(step);
                }
            }
        }
    }

    private void addDropOff(CustomerHistory history, Span unit, FunnelProgress progress) {
        int next = progress.lastMatched() + 1;
        boolean isNothing = next == unit.to();
        DropOffTally.Group group = new DropOffTally.Group(
                progress.level() + 1,
                isNothing ? Labels.NOTHING : history.event(next),
                isNothing ? Labels.NOTHING : Labels.orNone(history.channel(next)));
        long until = isNothing ? plan.asOf() : history.occurredAt(next);
        long since = until - history.occurredAt(progress.lastMatched());
        dropOffs.computeIfAbsent(group, key -> new DropOffTally()).add(history.event(unit.to() - 1), since);
    }

    void merge(FunnelTally other) {
        all.merge(other.all);
        for (int breakdown = 0; breakdown < byBreakdown.size(); breakdown++) {
            int number = breakdown;
            other.byBreakdown
                    .get(breakdown)
                    .forEach((value, tally) -> tally(number, value).merge(tally));
        }
        other.dropOffs.forEach((group, tally) ->
                dropOffs.computeIfAbsent(group, key -> new DropOffTally()).merge(tally));
    }

    private StepTally tally(int breakdown, String value) {
        return byBreakdown.get(breakdown).computeIfAbsent(value, key -> new StepTally(plan));
    }

    FunnelPlan plan() {
        return plan;
    }

    StepTally all() {
        return all;
    }

    /** The values that occur in the n-th breakdown, in the order of reports. */
    List<String> values(int breakdown) {
        return byBreakdown.get(breakdown).keySet().stream()
                .sorted(Utf8Order.COMPARATOR)
                .toList();
    }

    StepTally of(int breakdown, String value) {
        return byBreakdown.get(breakdown).get(value);
    }

    Map<DropOffTally.Group, DropOffTally> dropOffs() {
        return dropOffs;
    }
}
