package io.parcours.funnel;

import java.util.Arrays;

/**
 * Walks through a unit attempt by attempt: {@code entry: every}. To be begun for a unit and then moved on until there is
 * no further attempt.
 */
final class AttemptWalk {
    private final UnitInstants instants;
    private final ChainSearch search;
    private final ChainReader reader;
    private final int stepCount;
    private final ChainTarget target = new ChainTarget();

    private ServingTouchpoints unit;
    /** The position behind the end of the last attempt. */
    private int next;

    private int entry;
    private int[] chain;
    private long completedAt;
    /** The position of the first touchpoint that the attempt sees. */
    private int seenFrom;
    /** The position behind the last one. */
    private int seenTo;

    AttemptWalk(ChainPlan plan) {
        this.instants = new UnitInstants(plan);
        this.search = new ChainSearch(plan);
        this.reader = new ChainReader(plan);
        this.stepCount = plan.stepCount();
    }

    void begin(ServingTouchpoints newUnit) {
        unit = newUnit;
        instants.read(unit);
        next = 0;
    }

    /**
     * Moves on to the next attempt.
     *
     * @return false where there is none
     */
    boolean advance() {
        entry = next;
        while (entry < unit.size() && !unit.serves(entry, 1)) {
            entry++;
        }
        if (entry == unit.size()) {
            return false;
        }
        if (next > 0) {
            instants.dropBefore(next);
        }
        seenFrom = next;
        ChainBounds bounds = end();
        seenTo = next;
        completedAt = target.firstCompletion;
        search.search(instants, bounds, target);
        chain = target.level == 0 ? entryAlone() : reader.read(instants, bounds, target);
        if (completedAt != Long.MAX_VALUE) {
            next = behind(chain);
        }
        return true;
    }

    /** Goes forward to where the attempt ends; the next one begins there, unless this one is completed. */
    private ChainBounds end() {
        ChainBounds bounds = ChainBounds.from(instants, entry);
        search.begin(instants, bounds, target);
        int begin = bounds.begin(instants);
        for (int instant = begin; instant < instants.count(); instant++) {
            next = instants.start(instant);
            if (instant > begin && !search.canExtendAt(instant)) {
                return bounds.endingBefore(instant, instants.time(instant));
            }
            search.step(instant);
            next = instants.end(instant);
            if (target.firstCompletion != Long.MAX_VALUE) {
                return bounds.endingBefore(instant + 1, Long.MAX_VALUE);
            }
            if (!search.isAlive()) {
                return bounds.endingBefore(instant + 1, instants.time(instant));
            }
        }
        return bounds;
    }

    /** An attempt that is broken in its first instant has entered all the same. */
    private int[] entryAlone() {
        int[] alone = new int[stepCount];
        Arrays.fill(alone, -1);
        alone[0] = entry;
        return alone;
    }

    private static int behind(int[] chain) {
        int last = 0;
        for (int position : chain) {
            last = Math.max(last, position);
        }
        return last + 1;
    }

    /** The position of the touchpoint that the attempt starts with. */
    int entry() {
        return entry;
    }

    /** The positions of its chain by step. */
    int[] chain() {
        return chain;
    }

    int seenFrom() {
        return seenFrom;
    }

    int seenTo() {
        return seenTo;
    }

    /** When it was completed; {@link Long#MAX_VALUE} where it was not. */
    long completedAt() {
        return completedAt;
    }
}
