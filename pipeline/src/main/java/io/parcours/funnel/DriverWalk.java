package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.touchpoint.Labels;
import java.util.Arrays;

/**
 * Tells of a unit, step by step, in which cells it counts and whether it was lost there. One walk along its touchpoints
 * serves all steps. One object serves one funnel in one task; its buffers are used again.
 */
final class DriverWalk {
    /** The value that stands for all units, whatever they have. */
    static final int EVERYONE = 0;

    private final FunnelPlan plan;
    private final DriverFactors factors;
    private final DriverLabels labels;
    private final UnitSteps unitSteps;
    private final StepArrivals arrivals;
    /** By step: whether the customer at hand was counted there, in the whole and among the undecided. */
    private final boolean[] isCounted;

    private final boolean[] isCountedUndecided;
    /** The different events so far, each once, and how many touchpoints there were. */
    private final EventSet preceding = new EventSet();

    private final EventSet meanwhile = new EventSet();
    private long[] keys = new long[64];
    private int size;
    private int position;

    /** Takes in what is told. */
    interface Sink {
        /**
         * Takes in a unit at a step.
         *
         * @param keys the cells it counts in, first the one of all units; not to be kept
         * @param size how many they are
         * @param isLost whether it was lost; otherwise it went on
         */
        void take(long[] keys, int size, boolean isLost);
    }

    DriverWalk(FunnelPlan plan, DriverFactors factors, DriverLabels labels) {
        this.plan = plan;
        this.factors = factors;
        this.labels = labels;
        this.unitSteps = new UnitSteps(plan);
        this.arrivals = new StepArrivals(plan, unitSteps);
        this.isCounted = new boolean[plan.stepCount() + 1];
        this.isCountedUndecided = new boolean[plan.stepCount() + 1];
    }

    /**
     * Walks along a unit; the units of one customer come one after the other.
     *
     * @param serving the touchpoints of the unit that serve any step
     */
    void along(FunnelUnit unit, ServingTouchpoints serving, Sink sink) {
        if (unit.number() == 1) {
            Arrays.fill(isCounted, false);
            Arrays.fill(isCountedUndecided, false);
        }
        FunnelProgress progress = unit.progress();
        int last = progress.outcome() == Outcome.DROPPED ? plan.nextRequired(progress.level()) : progress.level();
        unitSteps.begin(unit, serving);
        if (!isNews(last) || !unitSteps.isOver()) {
            return;
        }
        arrivals.find(unit);
        preceding.clear();
        position = unit.span().from();
        for (int step = plan.nextRequired(1); step <= last; step = plan.nextRequired(step)) {
            tell(step, unit, sink);
        }
    }

    /** Whether the customer has not been counted at every step up to this one yet. */
    private boolean isNews(int last) {
        for (int step = plan.nextRequired(1); step <= last; step = plan.nextRequired(step)) {
            if (!isCounted[step] || !isCountedUndecided[step]) {
                return true;
            }
        }
        return false;
    }

    private void tell(int step, FunnelUnit unit, Sink sink) {
        int anchor = arrivals.touchpoint(plan.previousRequired(step));
        if (anchor < 0) {
            return;
        }
        boolean isLost = step > unit.progress().level();
        if (!isCounted[step]) {
            isCounted[step] = true;
            addOthers(preceding, position, anchor, unit.history());
            position = anchor;
            tellAnchor(step, anchor, unit.history(), isLost, sink);
        }
        if (!isCountedUndecided[step] && isUndecided(step, anchor, unit.history(), isLost)) {
            isCountedUndecided[step] = true;
            tellMeanwhile(step, anchor, unit, isLost, sink);
        }
    }

    private void tellAnchor(int step, int anchor, CustomerHistory history, boolean isLost, Sink sink) {
        int stratum = DriverFactors.stratum(preceding.touchpoints());
        size = 0;
        addEvents(factors.column(step, factors.precedingEvent()), stratum, preceding);
        addKey(factors.column(step, DriverFactors.CHANNEL), stratum, Labels.orNone(history.channel(anchor)));
        for (int dimension = 0; dimension < plan.dimensions().size(); dimension++) {
            addKey(
                    factors.column(step, DriverFactors.FIRST_DIMENSION + dimension),
                    stratum,
                    Labels.orNone(history.dimension(anchor, dimension)));
        }
        sink.take(keys, size, isLost);
    }

    /** Whether it is watched for long enough after the anchor, has not gone on by then, and its time is not up. */
    private boolean isUndecided(int step, int anchor, CustomerHistory history, boolean isLost) {
        long until = plan.undecidedUntil(history.occurredAt(anchor));
        int next = arrivals.touchpoint(step);
        boolean hasGoneOn = !isLost && next >= 0 && history.occurredAt(next) <= until;
        long began = arrivals.start(plan.previousRequired(step));
        boolean isTimeUp = plan.hasWindow() && until - began >= plan.windowMicros();
        return until <= plan.asOf().micros() && !hasGoneOn && !isTimeUp;
    }

    private void tellMeanwhile(int step, int anchor, FunnelUnit unit, boolean isLost, Sink sink) {
        CustomerHistory history = unit.history();
        long until = plan.undecidedUntil(history.occurredAt(anchor));
        int end = anchor + 1;
        while (end < unit.span().to() && history.occurredAt(end) <= until) {
            end++;
        }
        meanwhile.clear();
        addOthers(meanwhile, anchor + 1, end, history);
        size = 0;
        addEvents(
                factors.column(step, factors.interveningEvent()),
                DriverFactors.stratum(meanwhile.touchpoints()),
                meanwhile);
        sink.take(keys, size, isLost);
    }

    /** Adds the events of the touchpoints that serve no step. */
    private void addOthers(EventSet set, int from, int to, CustomerHistory history) {
        int[] events = labels.events(history, to);
        int next;
        for (int begin = from; begin < to; begin = next + 1) {
            next = Math.min(unitSteps.nextFrom(begin), to);
            for (int i = begin; i < next; i++) {
                set.add(events[i]);
            }
        }
    }

    private void addEvents(int column, int stratum, EventSet events) {
        addKey(column, stratum, EVERYONE);
        for (int i = 0; i < events.size(); i++) {
            addKey(column, stratum, events.event(i));
        }
    }

    private void addKey(int column, int stratum, String value) {
        addKey(column, stratum, labels.of(value));
    }

    private void addKey(int column, int stratum, int value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = DriverCells.key(column, stratum, value);
    }
}
