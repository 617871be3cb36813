package io.parcours.funnel;

import java.util.Arrays;

/**
 * How far chains can go within one instant. A chain comes to the instant at some level (0: it starts there), takes a
 * first step of those that may be next, and may take further ones where equal times may follow each other.
 */
final class InstantMoves {
    private static final int NONE = -1;

    private final ChainPlan plan;
    private final InstantMatching matching;
    /** By last step: how many optional steps can be taken between the first and it; -1 where it cannot be reached. */
    private final int[] between;
    /** By last step: whether every chain that gets there is broken by something at the instant, unless it is complete. */
    private final boolean[] isBroken;
    /** By last step: whether no chain that gets there can go on behind the instant. */
    private final boolean[] isFinal;

    private UnitInstants unit;
    private int instant;
    private int entry;
    private boolean isMatchingReady;
    private int last;

    InstantMoves(ChainPlan plan) {
        this.plan = plan;
        this.matching = new InstantMatching(plan.stepCount());
        this.between = new int[plan.stepCount() + 1];
        this.isBroken = new boolean[plan.stepCount() + 1];
        this.isFinal = new boolean[plan.stepCount() + 1];
    }

    /**
     * Turns to an instant.
     *
     * @param newEntry the position of the only touchpoint that may serve step 1, or {@link InstantMatching#ANY_ENTRY}
     */
    void begin(UnitInstants newUnit, int newInstant, int newEntry) {
        unit = newUnit;
        instant = newInstant;
        entry = newEntry;
        isMatchingReady = false;
    }

    /**
     * Finds the moves of chains that come at a level and take this step first.
     *
     * @return the last step that any can get to; 0 where there is no move
     */
    int read(int entered, int first) {
        Arrays.fill(between, NONE);
        last = 0;
        if (plan.timesMustRise() || unit.end(instant) == unit.start(instant) + 1) {
            readSingle(entered, first);
        } else {
            readTogether(entered, first);
        }
        return last;
    }

    /** How many optional steps a chain can take on the way to this last step, itself and the first not counted. */
    int between(int step) {
        return between[step];
    }

    /** Whether a chain can get to this last step. */
    boolean reaches(int step) {
        return between[step] != NONE;
    }

    /** Whether every chain that gets to this last step is broken here, unless it is complete. */
    boolean isBroken(int step) {
        return isBroken[step];
    }

    /** Whether no chain that gets to this last step can go on behind the instant; broken ones cannot. */
    boolean isFinal(int step) {
        return isFinal[step];
    }

    private void readSingle(int entered, int first) {
        for (int position = unit.start(instant); position < unit.end(instant); position++) {
            if (mayTake(position, entered, first)) {
                boolean isFirstFound = last == 0;
                isBroken[first] = (isFirstFound || isBroken[first]) && isBrokenHere(position, entered, first);
                isFinal[first] = (isFirstFound || isFinal[first]) && !mayLeave(position, entered, first);
                between[first] = 0;
                last = first;
            }
        }
    }

    /** The move of a chain that takes this touchpoint as its only one here. */
    int readOnly(int position, int entered, int step) {
        Arrays.fill(between, NONE);
        between[step] = 0;
        isBroken[step] = isBrokenHere(position, entered, step);
        isFinal[step] = !mayLeave(position, entered, step);
        return step;
    }

    /** Whether a chain at this level may take the touchpoint as its only one of the instant. */
    boolean mayTake(int position, int entered, int step) {
        if (!unit.unit().serves(position, step)
                || step == 1 && entry != InstantMatching.ANY_ENTRY && position != entry) {
            return false;
        }
        if (plan.isStrict() && plan.timesMustRise() && entered > 0 && !unit.isFirstInOrder(instant, position)) {
            return false;
        }
        return !plan.timesMustRise() || !isBrokenOnTheWay(position, entered, step);
    }

    /** Where equal times lie inside gaps: whether another touchpoint of the instant breaks the gap that ends here. */
    private boolean isBrokenOnTheWay(int position, int entered, int step) {
        for (int gap = 0; gap < plan.gaps().size(); gap++) {
            ChainGap of = plan.gaps().get(gap);
            boolean ends = of.isEveryGap() ? entered > 0 : of.to() == step;
            if (ends && others(gap, position) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a chain that takes the touchpoint as its only one here may go on behind the instant. */
    boolean mayLeave(int position, int entered, int step) {
        boolean isStopped = plan.isStrict() && plan.timesMustRise() && !unit.isLastInOrder(instant, position);
        return !isStopped && !isBrokenHere(position, entered, step);
    }

    /** Whether a chain that takes the touchpoint as its only one here is broken by another one of the instant. */
    boolean isBrokenHere(int position, int entered, int step) {
        for (int gap = 0; gap < plan.gaps().size(); gap++) {
            ChainGap of = plan.gaps().get(gap);
            if (of.spans(entered, step) && unit.breaking(gap, instant) > 0
                    || plan.timesMustRise() && of.begins(step) && others(gap, position) > 0) {
                return true;
            }
        }
        return false;
    }

    private int others(int gap, int position) {
        return unit.breaking(gap, instant) - (unit.breaks(position, gap) ? 1 : 0);
    }

    private void readTogether(int entered, int first) {
        if (!isMatchingReady) {
            matching.begin(unit.unit(), unit.start(instant), unit.end(instant), entry);
            isMatchingReady = true;
        }
        if (matching.assign(first)) {
            extend(entered, first);
            for (int step = first; step <= plan.stepCount(); step++) {
                matching.release(step);
            }
        }
    }

    /** The moves of a chain that took some of the instant's touchpoints already: for step 1, 2, ... up to a step. */
    int readBehind(int entered, int[] chain, int firstHere, int step) {
        Arrays.fill(between, NONE);
        matching.begin(unit.unit(), unit.start(instant), unit.end(instant), entry);
        isMatchingReady = false;
        for (int taken = firstHere; taken <= step; taken++) {
            if (chain[taken - 1] >= 0) {
                matching.pin(taken, chain[taken - 1]);
            }
        }
        extend(entered, step);
        return last;
    }

    /** From a step that has its touchpoint to all that can be reached behind it. */
    private void extend(int entered, int step) {
        reach(entered, step, 0);
        boolean goesOn = !plan.timesMustRise();
        for (int next = step + 1; next <= plan.stepCount() && goesOn; next++) {
            boolean isTaken = matching.assign(next);
            if (isTaken) {
                reach(entered, next, mostOptionals(step, next));
            }
            if (plan.isOptional()[next]) {
                matching.release(next);
            } else {
                goesOn = isTaken;
            }
        }
    }

    /** As many optional steps between two as can have touchpoints beside all that must; any order of trying gives it. */
    private int mostOptionals(int from, int to) {
        int found = 0;
        for (int step = from + 1; step < to; step++) {
            found += plan.isOptional()[step] && matching.assign(step) ? 1 : 0;
        }
        for (int step = from + 1; step < to; step++) {
            if (plan.isOptional()[step]) {
                matching.release(step);
            }
        }
        return found;
    }

    private void reach(int entered, int step, int optionals) {
        between[step] = optionals;
        last = step;
        isBroken[step] = false;
        for (int gap = 0; gap < plan.gaps().size(); gap++) {
            isBroken[step] |= plan.gaps().get(gap).spans(entered, step) && unit.breaking(gap, instant) > 0;
        }
        isFinal[step] = isBroken[step];
    }
}
