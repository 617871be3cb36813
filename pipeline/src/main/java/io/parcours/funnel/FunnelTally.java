package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.ExactMean;
import io.parcours.stats.SpanLedger;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** What is counted of one funnel. */
final class FunnelTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final StepTallies steps;
    private final EntryCohorts cohorts;
    private final ConversionTimes conversionTimes;
    /** Of the touchpoints with which units converted. */
    private final ExactMean conversionValues = new ExactMean();

    private final DropOffs dropOffs;
    private final DropOffDrivers drivers;
    /** Null where no periods are compared. */
    private final PeriodCounts periods;
    /** Belongs to one task and does not travel with its result. */
    private transient FunnelTracker tracker;
    /** What was counted of the customer at hand, one by one. */
    private transient FunnelCustomers customers;
    /** How many of the customer at hand were counted so far. */
    private transient int number;

    FunnelTally(FunnelPlan plan, SpanLedger spans, DriverLabels labels) {
        this.plan = plan;
        this.steps = new StepTallies(plan, spans);
        this.cohorts = new EntryCohorts(plan);
        this.conversionTimes = new ConversionTimes(plan, spans);
        this.dropOffs = new DropOffs(plan, spans);
        this.drivers = new DropOffDrivers(plan, labels);
        this.periods = plan.periods()
                .map(compared -> new PeriodCounts(compared, plan.isClustered()))
                .orElse(null);
        begin();
    }

    private void begin() {
        tracker = new FunnelTracker(plan);
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
            addUnit(units.get(unit), serving);
        }
        steps.closeCustomer();
    }

    private void addUnit(Span span, ServingTouchpoints serving) {
        if (plan.hold().isEmpty()) {
            add(span, serving, tracker.track(serving, span.isOpen()));
        } else {
            tracker.trackHeld(serving, span.isOpen()).forEach(unit -> add(span, serving, unit));
        }
        for (int breakdown = 0;
                plan.countsValuesApart() && breakdown < plan.breakdowns().size();
                breakdown++) {
            TouchpointColumns columns = plan.breakdowns().get(breakdown);
            for (UnitProgress unit : tracker.trackByValue(serving, span.isOpen(), columns)) {
                List<FunnelUnit> counted = unit.counted().stream()
                        .map(progress -> new FunnelUnit(serving.history(), span, unit.held(), number, progress))
                        .toList();
                steps.addByValue(unit, breakdown, counted);
            }
        }
    }

    private void add(Span span, ServingTouchpoints serving, UnitProgress unit) {
        steps.addOpen(serving.history(), unit);
        for (FunnelProgress progress : unit.counted()) {
            add(new FunnelUnit(serving.history(), span, unit.held(), ++number, progress), serving);
        }
    }

    private void add(FunnelUnit unit, ServingTouchpoints serving) {
        steps.add(unit);
        steps.count(unit, cohorts.of(unit.enteredAt()));
        customers.add(unit, steps.latestValues());
        conversionTimes.add(unit);
        if (unit.progress().outcome() == Outcome.CONVERTED) {
            conversionValues.add(unit.history().value(unit.progress().touchpointOf(plan.stepCount())));
        } else if (unit.progress().outcome() == Outcome.DROPPED) {
            dropOffs.add(unit);
        }
        drivers.add(unit, serving);
        if (periods != null) {
            periods.add(unit);
        }
    }

    /**
     * Takes in what was counted elsewhere, but for the times.
     *
     * @param mapped takes down, by each of the other's accounts, the one of this funnel
     */
    void merge(FunnelTally other, int[] mapped) {
        steps.merge(other.steps, mapped);
        cohorts.merge(other.cohorts);
        conversionTimes.merge(other.conversionTimes, mapped);
        conversionValues.merge(other.conversionValues);
        dropOffs.merge(other.dropOffs, mapped);
        drivers.merge(other.drivers);
        if (periods != null) {
            periods.merge(other.periods);
        }
    }

    FunnelPlan plan() {
        return plan;
    }

    StepTallies steps() {
        return steps;
    }

    EntryCohorts cohorts() {
        return cohorts;
    }

    ConversionTimes conversionTimes() {
        return conversionTimes;
    }

    ExactMean conversionValues() {
        return conversionValues;
    }

    List<DropOffTally> dropOffs() {
        return dropOffs.tallies();
    }

    DropOffDrivers drivers() {
        return drivers;
    }

    /** What was counted in the two periods, where any are compared. */
    Optional<PeriodCounts> periods() {
        return Optional.ofNullable(periods);
    }

    /** What was counted of the customer taken in last, one by one. */
    List<FunnelCustomersRow> customers() {
        return customers.rows();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
