package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import java.util.Arrays;
import java.util.List;

/** Tells what is counted of an entered unit, by the funnel's {@code entry}. One rule serves one funnel in one task. */
abstract class EntryRule {
    private final FunnelPlan plan;
    /** By level: the steps reached by a chain without optional steps, shared by all units. */
    private final boolean[][] reachedUpTo;

    EntryRule(FunnelPlan plan) {
        this.plan = plan;
        this.reachedUpTo = new boolean[plan.stepCount() + 1][plan.stepCount()];
        for (int level = 0; level <= plan.stepCount(); level++) {
            Arrays.fill(reachedUpTo[level], 0, level, true);
        }
    }

    static EntryRule of(FunnelPlan plan) {
        return switch (plan.chains().entry()) {
            case BEST -> new BestEntry(plan);
            case FIRST -> new FirstEntry(plan);
            case EVERY -> new EveryEntry(plan);
        };
    }

    /**
     * What is counted of a unit that has an entry.
     *
     * @param isOpen whether the unit may still go on
     */
    abstract List<FunnelProgress> counted(ServingTouchpoints unit, boolean isOpen);

    FunnelPlan plan() {
        return plan;
    }

    /** No step at all: what a funnel without a window, or without a mature entry, has reached by mature entries. */
    boolean[] nothing() {
        return reachedUpTo[0];
    }

    /** The steps that a chain reaches. */
    boolean[] reached(int[] chain) {
        int level = 0;
        while (level < chain.length && chain[level] >= 0) {
            level++;
        }
        boolean[] upTo = reachedUpTo[level];
        for (int step = level; step < chain.length; step++) {
            if (chain[step] >= 0) {
                upTo = upTo == reachedUpTo[level] ? upTo.clone() : upTo;
                upTo[step] = true;
            }
        }
        return upTo;
    }

    /** The steps that a chain reaches if its entry is mature; nothing otherwise. */
    boolean[] reachedIfMature(int[] chain, long entry) {
        return isMature(entry) ? reached(chain) : nothing();
    }

    private boolean isMature(long entry) {
        return plan.hasWindow() && entry <= plan.lastMatureEntry();
    }

    /**
     * A chain that counts, as progress.
     *
     * @param chain positions by step
     * @param entry the position of the entry
     * @param lastEntry when the last of the entries occurred
     * @param completedAt when the first chain from the entry reached the last step; {@link Long#MAX_VALUE} for never
     */
    FunnelProgress progress(
            ServingTouchpoints unit,
            boolean isOpen,
            int[] chain,
            boolean[] matureReached,
            int entry,
            long lastEntry,
            long completedAt) {
        int[] matched = new int[chain.length];
        int level = 0;
        for (int step = 1; step <= chain.length; step++) {
            matched[step - 1] = chain[step - 1] < 0 ? -1 : unit.index(chain[step - 1]);
            if (chain[step - 1] >= 0 && !plan.isOptional(step)) {
                level = step;
            }
        }
        return new FunnelProgress(
                matched,
                level,
                matureReached,
                outcome(level, isOpen, lastEntry),
                unit.index(entry),
                completedAt == Long.MAX_VALUE ? FunnelProgress.NEVER : completedAt - unit.time(entry));
    }

    private Outcome outcome(int level, boolean isOpen, long lastEntry) {
        if (level == plan.stepCount()) {
            return Outcome.CONVERTED;
        }
        boolean isUndecided = isOpen || plan.hasWindow() && !isMature(lastEntry);
        return isUndecided ? Outcome.IN_PROGRESS : Outcome.DROPPED;
    }

    /** The position of the first touchpoint that may start a chain; there is one. */
    int firstEntry(ServingTouchpoints unit) {
        int position = 0;
        while (!isEntry(unit, position)) {
            position++;
        }
        return position;
    }

    /** When the last touchpoint that may start a chain occurred; there is one. */
    long lastEntry(ServingTouchpoints unit) {
        int position = unit.size() - 1;
        while (!isEntry(unit, position)) {
            position--;
        }
        return unit.time(position);
    }

    private boolean isEntry(ServingTouchpoints unit, int position) {
        return plan.isUnordered() ? unit.steps(position).length > 0 : unit.serves(position, 1);
    }
}
