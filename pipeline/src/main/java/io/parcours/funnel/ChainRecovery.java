package io.parcours.funnel;

import java.util.Arrays;

/**
 * Finds the touchpoints of the chain that counts, once its level, start and end are known: each step in turn takes the
 * earliest touchpoint, the first in total order, that still lets the chain be completed by its end. Starts are times, ends the
 * last position of an instant.
 *
 * <p>Every chain of the level within start and end lies inside the window, so the window needs no second look.
 */
final class ChainRecovery {
    private final int stepCount;
    private final InstantMatching matching;
    /** By the first position of an instant: the level that a chain must have when it leaves the instant. */
    private int[] needed = new int[64];

    ChainRecovery(int stepCount, InstantMatching matching) {
        this.stepCount = stepCount;
        this.matching = matching;
    }

    private int[] empty() {
        int[] chain = new int[stepCount];
        Arrays.fill(chain, -1);
        return chain;
    }

    /** Where each touchpoint of a chain lies later than the one before, the earliest one is always right. */
    int[] rising(ServingTouchpoints unit, int level, long start, int end) {
        int[] chain = empty();
        int found = 0;
        for (int position = firstFrom(unit, start, end); found < level; position++) {
            boolean rises = found == 0 || unit.time(position) > unit.time(chain[found - 1]);
            if (rises && unit.serves(position, found + 1)) {
                chain[found++] = position;
            }
        }
        return chain;
    }

    /** Where touchpoints of one instant may be taken in any order. */
    int[] arranged(ServingTouchpoints unit, int level, long start, int end) {
        int from = firstFrom(unit, start, end);
        planBackwards(unit, level, from, end);
        int[] chain = empty();
        int found = 0;
        int next;
        for (int position = from; found < level; position = next) {
            next = unit.instantEnd(position);
            if (next > position + 1) {
                found = takeTogether(unit, position, next, chain, found, level);
            } else if (unit.serves(position, found + 1)) {
                chain[found++] = position;
            }
        }
        return chain;
    }

    /**
     * Walks from the end to the start and takes every step as late as can be. Nothing is left to need only at the instant
     * of the start: were it so before, a chain could start later.
     */
    private void planBackwards(ServingTouchpoints unit, int level, int from, int end) {
        if (unit.size() > needed.length) {
            needed = Arrays.copyOf(needed, Math.max(unit.size(), needed.length * 2));
        }
        int need = level;
        int first;
        for (int last = end; last >= from; last = first - 1) {
            first = unit.instantStart(last);
            needed[first] = need;
            if (first == last) {
                need = unit.serves(first, need) ? need - 1 : need;
            } else {
                matching.begin(unit, first, last + 1);
                while (matching.assign(need)) {
                    need--;
                }
            }
        }
    }

    private int takeTogether(ServingTouchpoints unit, int from, int to, int[] chain, int entered, int level) {
        int found = entered;
        int need = needed[from];
        matching.begin(unit, from, to);
        for (int step = found + 1; step <= need; step++) {
            if (!matching.assign(step)) {
                throw new IllegalStateException("no touchpoint of the instant for step " + step);
            }
        }
        while (found < need) {
            chain[found] = matching.settle(found + 1);
            found++;
        }
        while (found < level) {
            int position = matching.settleOnFree(found + 1);
            if (position < 0) {
                break;
            }
            chain[found++] = position;
        }
        return found;
    }

    /** Searched for from the end: a chain is short beside its unit. */
    private static int firstFrom(ServingTouchpoints unit, long start, int end) {
        int position = end;
        while (position > 0 && unit.time(position - 1) >= start) {
            position--;
        }
        return position;
    }
}
