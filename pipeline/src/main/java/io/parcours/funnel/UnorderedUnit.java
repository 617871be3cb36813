package io.parcours.funnel;

import java.util.List;
import java.util.TreeSet;

/** A unit of a funnel whose steps have no order: what lies within a window of it, and what breaks sets of touchpoints. */
final class UnorderedUnit {
    private final long window;
    private final List<ChainGap> gaps;
    private ServingTouchpoints unit;
    private boolean isBreaking;

    UnorderedUnit(FunnelPlan plan, List<ChainGap> gaps) {
        this.window = plan.windowMicros();
        this.gaps = gaps;
    }

    void read(ServingTouchpoints newUnit) {
        unit = newUnit;
        isBreaking = false;
        for (int position = 0; !gaps.isEmpty() && position < unit.size() && !isBreaking; position++) {
            isBreaking = breaksAt(position);
        }
    }

    ServingTouchpoints touchpoints() {
        return unit;
    }

    boolean isWithin(int from, int to) {
        return unit.time(to) - unit.time(from) <= window;
    }

    boolean serves(int position) {
        return unit.steps(position).length > 0;
    }

    /** Whether anything of the unit breaks sets. */
    boolean breaksAnywhere() {
        return isBreaking;
    }

    /** The instants that must have a member, by their first position: the ends, and what breaks between them. */
    TreeSet<Integer> mandatory(int first, int last) {
        TreeSet<Integer> instants = new TreeSet<>();
        instants.add(first);
        instants.add(last);
        int next;
        for (int position = unit.instantEnd(first); position < last; position = next) {
            next = unit.instantEnd(position);
            if (breaks(position)) {
                instants.add(position);
            }
        }
        return instants;
    }

    /** Whether any touchpoint of an instant, named by its first position, breaks sets. */
    boolean breaks(int instant) {
        for (int position = instant; position < unit.instantEnd(instant); position++) {
            if (breaksAt(position)) {
                return true;
            }
        }
        return false;
    }

    private boolean breaksAt(int position) {
        for (ChainGap gap : gaps) {
            if (unit.breaks(position, gap)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something behind a set, within the window from its first instant, breaks it. */
    boolean isBrokenBehind(int first, int last) {
        int next;
        for (int position = unit.instantEnd(last);
                position < unit.size() && isWithin(first, position);
                position = next) {
            next = unit.instantEnd(position);
            if (breaks(position)) {
                return true;
            }
        }
        return false;
    }

    /** The steps that any touchpoint of an instant serves. */
    int[] stepsOfInstant(int instant) {
        TreeSet<Integer> steps = new TreeSet<>();
        for (int position = instant; position < unit.instantEnd(instant); position++) {
            for (int step : unit.steps(position)) {
                steps.add(step);
            }
        }
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }
}
