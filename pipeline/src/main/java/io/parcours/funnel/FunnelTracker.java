package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Tells the progress of units through one funnel. One tracker serves one task; its buffers are used again. */
final class FunnelTracker {
    private final FunnelPlan plan;
    private final EntryRule entries;
    private final int[] firstEverSteps;
    private final StepMatching matching;
    /** The touchpoints of the unit at hand that have one value. */
    private final ServingTouchpoints ofValue = new ServingTouchpoints();

    FunnelTracker(FunnelPlan plan) {
        this.plan = plan;
        this.entries = EntryRule.of(plan);
        this.firstEverSteps = plan.firstEverSteps();
        this.matching = new StepMatching(plan.stepCount());
    }

    /**
     * The progress of a unit that has touchpoints serving any step; for a funnel that holds nothing.
     *
     * @param unit its touchpoints
     * @param isOpen whether the unit may still go on
     */
    UnitProgress track(ServingTouchpoints unit, boolean isOpen) {
        return track(unit, isOpen, null, isOut(unit));
    }

    /** The progress of a unit with each value of these columns, in the values' order; touchpoints without one serve no step. */
    List<UnitProgress> trackHeld(ServingTouchpoints unit, boolean isOpen) {
        return byValue(unit, isOpen, index -> plan.hold().labelOrNull(unit.history(), index));
    }

    /** The progress of a unit with each value of a breakdown, {@code (none)} included, in the values' order. */
    List<UnitProgress> trackByValue(ServingTouchpoints unit, boolean isOpen, TouchpointColumns columns) {
        return byValue(unit, isOpen, index -> columns.label(unit.history(), index));
    }

    private List<UnitProgress> byValue(ServingTouchpoints unit, boolean isOpen, IntFunction<String> valueOf) {
        boolean isOut = isOut(unit);
        String[] values = new String[unit.size()];
        TreeSet<String> distinct = new TreeSet<>(Utf8Order.COMPARATOR);
        for (int position = 0; position < values.length; position++) {
            values[position] = unit.steps(position).length == 0 ? null : valueOf.apply(unit.index(position));
            if (values[position] != null) {
                distinct.add(values[position]);
            }
        }
        ValueRuns runs = new ValueRuns(unit, values);
        List<UnitProgress> found = new ArrayList<>(distinct.size());
        for (String value : distinct) {
            runs.take(value, ofValue);
            found.add(track(ofValue, isOpen, value, isOut));
        }
        return found;
    }

    private UnitProgress track(ServingTouchpoints unit, boolean isOpen, String value, boolean isOut) {
        int[] first = plan.isUnordered() ? firstOfAny(unit) : firstServing(unit);
        boolean hasEntered = first[0] >= 0 && !isOut;
        return new UnitProgress(value, first, hasEntered ? entries.counted(unit, isOpen) : List.of());
    }

    /** Whether the first event of a kind does not meet the step that it must meet. */
    private boolean isOut(ServingTouchpoints unit) {
        for (int step : firstEverSteps) {
            CustomerHistory history = unit.history();
            FunnelPlan.FirstEver first = FunnelPlan.FirstEver.OTHER;
            for (int i = unit.from(); i < unit.to() && first == FunnelPlan.FirstEver.OTHER; i++) {
                first = plan.firstEver(history.match(i), step);
            }
            if (first == FunnelPlan.FirstEver.MISSED) {
                return true;
            }
        }
        return false;
    }

    private int[] firstServing(ServingTouchpoints unit) {
        int[] first = new int[plan.stepCount()];
        Arrays.fill(first, -1);
        int missing = first.length;
        for (int position = 0; position < unit.size() && missing > 0; position++) {
            for (int step : unit.steps(position)) {
                if (first[step - 1] < 0) {
                    first[step - 1] = unit.index(position);
                    missing--;
                }
            }
        }
        return first;
    }

    private int[] firstOfAny(ServingTouchpoints unit) {
        int[] first = new int[plan.stepCount()];
        Arrays.fill(first, -1);
        int entry = -1;
        matching.clear();
        for (int position = 0; position < unit.size() && matching.size() < first.length; position++) {
            if (matching.add(unit.steps(position))) {
                entry = entry < 0 ? unit.index(position) : entry;
            }
        }
        Arrays.fill(first, 0, matching.size(), entry);
        return first;
    }
}
