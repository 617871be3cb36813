package io.parcours.funnel;

import java.util.Arrays;

/**
 * Reads the touchpoints of the chain that counts, once its level, optional steps, start and end are known: each step in
 * turn takes the first touchpoint with which the chain can still be completed.
 */
final class ChainReader {
    private static final int NONE = -1;

    private final ChainPlan plan;
    private final InstantMoves moves;
    private final ChainCompletions completions;

    private UnitInstants unit;
    private ChainBounds bounds;
    /** By step, from 1 at 0: the position taken. */
    private int[] chain;

    private int lastStep;
    private int optionals;
    /** The instant of the last step. */
    private int instant;
    /** The level with which the chain came to that instant. */
    private int entered;
    /** The first step taken there. */
    private int firstHere;

    ChainReader(ChainPlan plan) {
        this.plan = plan;
        this.moves = new InstantMoves(plan);
        this.completions = new ChainCompletions(plan, moves);
    }

    /**
     * The positions of the chain's touchpoints by step, -1 where it leaves one out or does not reach it.
     *
     * @param target what a search with these bounds found
     */
    int[] read(UnitInstants newUnit, ChainBounds newBounds, ChainTarget target) {
        unit = newUnit;
        bounds = newBounds;
        completions.read(unit, bounds, target);
        chain = new int[plan.stepCount()];
        Arrays.fill(chain, NONE);
        lastStep = 0;
        optionals = target.optionals;
        for (int step = 1; plan.requiredUpTo(lastStep) < target.level || optionals > 0; step++) {
            boolean isTaken = lastStep > 0 && !plan.timesMustRise() && takeHere(step) || takeLater(step);
            if (!isTaken && !plan.isOptional()[step]) {
                throw new IllegalStateException("no touchpoint for step " + step);
            }
        }
        return chain;
    }

    /** Takes another touchpoint of the same instant. */
    private boolean takeHere(int step) {
        return take(step, instant, entered, firstHere);
    }

    private boolean takeLater(int step) {
        if (lastStep > 0 && !mayLeave()) {
            return false;
        }
        int from = lastStep == 0 ? completions.first() : instant + 1;
        int to = lastStep == 0 ? completions.first() : completions.last();
        for (int later = from; later <= to; later++) {
            boolean isReached =
                    lastStep == 0 ? step == 1 : isNext(step) && completions.mayPass(instant, lastStep, later, step);
            if (isReached
                    && completions.enters(later, lastStep, step, optionals)
                    && take(step, later, lastStep, step)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNext(int step) {
        return step <= plan.lastNext(lastStep);
    }

    private boolean mayLeave() {
        moves.begin(unit, instant, bounds.entry());
        if (plan.timesMustRise()) {
            return moves.mayLeave(chain[lastStep - 1], entered, lastStep);
        }
        moves.readBehind(entered, chain, firstHere, lastStep);
        return !moves.isFinal(lastStep) && completions.mayLeave(instant, entered, taken(firstHere, lastStep));
    }

    private int taken(int from, int to) {
        int taken = 0;
        for (int step = from; step <= to; step++) {
            taken += chain[step - 1] == NONE ? 0 : 1;
        }
        return taken;
    }

    /** Takes the first touchpoint of an instant with which the chain can be completed. */
    private boolean take(int step, int at, int enteredAt, int firstAt) {
        int toCome = optionals - (plan.isOptional()[step] ? 1 : 0);
        for (int position = unit.start(at); position < unit.end(at) && toCome >= 0; position++) {
            moves.begin(unit, at, bounds.entry());
            if (isFree(position, step) && moves.mayTake(position, enteredAt, step)) {
                chain[step - 1] = position;
                if (isCompletable(at, enteredAt, firstAt, step, toCome)) {
                    lastStep = step;
                    optionals = toCome;
                    instant = at;
                    entered = enteredAt;
                    firstHere = firstAt;
                    return true;
                }
                chain[step - 1] = NONE;
            }
        }
        return false;
    }

    private boolean isFree(int position, int step) {
        for (int taken = step - 1; taken >= 1; taken--) {
            if (chain[taken - 1] == position) {
                return false;
            }
        }
        return true;
    }

    private boolean isCompletable(int at, int enteredAt, int firstAt, int step, int toCome) {
        int reached = plan.timesMustRise()
                ? moves.readOnly(chain[step - 1], enteredAt, step)
                : moves.readBehind(enteredAt, chain, firstAt, step);
        int takenHere = taken(firstAt, step);
        for (int last = step; last <= reached; last++) {
            if (moves.reaches(last)) {
                int more = last == step ? 0 : plan.leastTaken(step, last) - 1;
                int ends = last > step && plan.isOptional()[last] ? 1 : 0;
                long bits = completions.completed(at, enteredAt, last, takenHere + more) << ends;
                if ((bits >>> toCome & 1) != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
