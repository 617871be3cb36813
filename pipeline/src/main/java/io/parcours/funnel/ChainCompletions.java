package io.parcours.funnel;

import java.util.Arrays;

/**
 * From where the chain that counts can be completed, once its level, optional steps, start and end are known: one walk
 * backward over the instants between start and end. What can be completed is kept as bits, bit r for "with r optional
 * steps still to come".
 *
 * <p>Of the instants at which a chain can go on, only the nearest matters: it leaves the most of every window and has the
 * least between.
 */
final class ChainCompletions {
    private static final int NONE = -1;

    private final ChainPlan plan;
    private final InstantMoves moves;
    /** By last step: the number of the first of the pairs (last step, next step). */
    private final int[] pairs;
    /** By pair and optional steps to come: the nearest instant at which such a chain can go on; -1 for none. */
    private final int[][] nearest;

    private UnitInstants unit;
    private ChainBounds bounds;
    private ChainTarget target;
    private int first;
    private int last;
    /** By instant and last step: how the chain can be completed behind the instant. */
    private long[] goesOn = new long[0];
    /** By instant and pair: how a chain that comes to the instant can be completed. */
    private long[] enters = new long[0];

    ChainCompletions(ChainPlan plan, InstantMoves moves) {
        this.plan = plan;
        this.moves = moves;
        this.pairs = new int[plan.stepCount() + 1];
        for (int step = 0; step < plan.stepCount(); step++) {
            pairs[step + 1] = pairs[step] + plan.lastNext(step) - step;
        }
        this.nearest = new int[pairs[plan.stepCount()]][plan.optionalCount() + 1];
    }

    /** Works out the completions of this target. */
    void read(UnitInstants newUnit, ChainBounds newBounds, ChainTarget newTarget) {
        unit = newUnit;
        bounds = newBounds;
        target = newTarget;
        first = unit.firstFrom(target.start);
        last = unit.firstFrom(target.end);
        int instants = last - first + 1;
        goesOn = sized(goesOn, instants * (plan.stepCount() + 1));
        enters = sized(enters, instants * nearest.length);
        for (int[] of : nearest) {
            Arrays.fill(of, NONE);
        }
        for (int instant = last; instant >= first; instant--) {
            for (int step = 1; step < plan.stepCount(); step++) {
                goesOn[(instant - first) * (plan.stepCount() + 1) + step] = goingOn(instant, step);
            }
            moves.begin(unit, instant, bounds.entry());
            for (int step = instant == first ? 0 : 1; step < plan.stepCount(); step++) {
                enter(instant, step);
            }
        }
    }

    private static long[] sized(long[] bits, int wanted) {
        if (bits.length < wanted) {
            return new long[Math.max(wanted, bits.length * 2)];
        }
        Arrays.fill(bits, 0, wanted, 0);
        return bits;
    }

    private long goingOn(int instant, int step) {
        long bits = 0;
        for (int next = step + 1; next <= plan.lastNext(step); next++) {
            for (int optionals = 0; optionals <= plan.optionalCount(); optionals++) {
                int later = nearest[pair(step, next)][optionals];
                if (later != NONE && mayPass(instant, step, later, next)) {
                    bits |= 1L << optionals;
                }
            }
        }
        return bits;
    }

    private int pair(int step, int next) {
        return pairs[step] + next - step - 1;
    }

    private void enter(int instant, int entered) {
        for (int next = entered + 1; next <= plan.lastNext(entered); next++) {
            int reached = moves.read(entered, next);
            long bits = 0;
            for (int step = next; step <= reached; step++) {
                if (moves.reaches(step)) {
                    int taken = plan.leastTaken(next, step);
                    int optionals = plan.optionalEnds(next, step);
                    bits |= completed(instant, entered, step, taken) << optionals;
                }
            }
            enters[(instant - first) * nearest.length + pair(entered, next)] = bits;
            for (int optionals = 0; optionals <= plan.optionalCount(); optionals++) {
                if ((bits >>> optionals & 1) != 0) {
                    nearest[pair(entered, next)][optionals] = instant;
                }
            }
        }
    }

    /**
     * How a chain can be completed that takes a move the moves were last read for.
     *
     * @param entered the level at which it came to the instant
     * @param step the last step it takes there
     * @param taken how many touchpoints of the instant it takes at least
     */
    long completed(int instant, int entered, int step, int taken) {
        long ending = ending(instant, step, moves.isBroken(step));
        long going = moves.isFinal(step) ? 0 : goesOn[(instant - first) * (plan.stepCount() + 1) + step];
        long bits = 0;
        for (int between = 0; between <= moves.between(step); between++) {
            boolean mayLeave = mayLeave(instant, entered, taken + between);
            bits |= (ending | (mayLeave ? going : 0)) << between;
        }
        return bits;
    }

    /** Whether a chain may leave an instant of which it takes so many touchpoints. */
    boolean mayLeave(int instant, int entered, int taken) {
        return !plan.isStrict() || plan.timesMustRise() || entered == 0 || taken == unit.crowd(instant);
    }

    private long ending(int instant, int step, boolean isBroken) {
        boolean isEnd = plan.requiredUpTo(step) == target.level && unit.time(instant) == target.end;
        if (!isEnd || isBroken && step < plan.stepCount()) {
            return 0;
        }
        return ChainSearch.isBrokenBehind(plan, unit, bounds, instant, step, target.start) ? 0 : 1;
    }

    /** Whether a chain that has this last step at one instant may take the next step at a later one. */
    boolean mayPass(int instant, int step, int later, int next) {
        if (unit.time(later) - unit.time(instant) > plan.within()[next] || !unit.mayFollow(instant, later)) {
            return false;
        }
        for (int gap = 0; gap < plan.gaps().size(); gap++) {
            if (plan.gaps().get(gap).isOpenAfter(step) && unit.nextBreaking(gap, instant) < unit.time(later)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a chain that comes to the instant and takes the next step there can be completed. */
    boolean enters(int instant, int entered, int next, int optionals) {
        return (enters[(instant - first) * nearest.length + pair(entered, next)] >>> optionals & 1) != 0;
    }

    /** The instant of the start. */
    int first() {
        return first;
    }

    /** The instant of the end. */
    int last() {
        return last;
    }
}
