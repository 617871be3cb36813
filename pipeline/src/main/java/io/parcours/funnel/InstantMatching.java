package io.parcours.funnel;

import java.util.Arrays;

/**
 * Assigns different touchpoints of one instant to steps: matching in a bipartite graph by augmenting paths (H. W. Kuhn,
 * "The Hungarian method for the assignment problem", Naval Research Logistics Quarterly 2 (1955) 83-97; C. Berge, "Two
 * theorems in graph theory", PNAS 43 (1957) 842-844).
 *
 * <p>For a funnel of n steps only the first n touchpoints of the instant that serve a step are its candidates: the other
 * steps can occupy n - 1 of them at most, so a later one is never needed, and never preferred. The work therefore grows
 * with the number of steps, not with the crowd at an instant.
 */
final class InstantMatching {
    /** Any touchpoint may serve step 1. */
    static final int ANY_ENTRY = -1;

    private static final int FREE = 0;
    private static final int NOBODY = -1;

    private final int stepCount;
    /** By step: the places within the instant of the touchpoints that serve it, rising. */
    private final int[][] candidates;

    private final int[] candidateCounts;
    /** By step: the place assigned to it. */
    private final int[] assigned;
    /** By place: the step it is assigned to. */
    private int[] owners = new int[16];
    /** By place: the search that last looked at it. */
    private int[] visits = new int[16];

    private int search;
    private int first;

    InstantMatching(int stepCount) {
        this.stepCount = stepCount;
        this.candidates = new int[stepCount + 1][];
        this.candidateCounts = new int[stepCount + 1];
        this.assigned = new int[stepCount + 1];
    }

    /** Starts with the instant at positions {@code from} up to, without, {@code to}, nothing assigned. */
    void begin(ServingTouchpoints unit, int from, int to) {
        begin(unit, from, to, ANY_ENTRY);
    }

    /**
     * The same where one touchpoint alone may serve step 1.
     *
     * @param entry its position, or {@link #ANY_ENTRY}
     */
    void begin(ServingTouchpoints unit, int from, int to, int entry) {
        first = from;
        search = 0;
        ensurePlaces(to - from);
        Arrays.fill(owners, 0, to - from, FREE);
        Arrays.fill(visits, 0, to - from, 0);
        Arrays.fill(assigned, NOBODY);
        Arrays.fill(candidateCounts, 0);
        for (int position = from; position < to; position++) {
            for (int step : unit.steps(position)) {
                boolean isBarred = step == 1 && entry != ANY_ENTRY && position != entry;
                if (!isBarred && candidateCounts[step] < stepCount) {
                    addCandidate(step, position - from);
                }
            }
        }
    }

    /**
     * Assigns a touchpoint to one more step, moving other steps to other touchpoints where needed.
     *
     * @return false where that cannot be; then nothing has changed
     */
    boolean assign(int step) {
        search++;
        return augment(step);
    }

    /** Takes a step's touchpoint away from it, if it has one. */
    void release(int step) {
        if (step <= stepCount && assigned[step] != NOBODY) {
            owners[assigned[step]] = FREE;
            assigned[step] = NOBODY;
        }
    }

    /**
     * Moves a step to the first touchpoint in total order that leaves every other step its touchpoint or another, and
     * fixes it there.
     *
     * @return the position of the touchpoint
     */
    int settle(int step) {
        release(step);
        search++;
        for (int i = 0; i < candidateCounts[step]; i++) {
            int place = candidates[step][i];
            if (visits[place] != search) {
                visits[place] = search;
                if (owners[place] == FREE || augmentOwner(place)) {
                    fix(step, place);
                    return first + place;
                }
            }
        }
        throw new IllegalStateException("a step that had a touchpoint of the instant has none");
    }

    /**
     * Fixes a step to the first touchpoint that is not assigned.
     *
     * @return the position of the touchpoint, or -1 where none is left
     */
    int settleOnFree(int step) {
        for (int i = 0; i < candidateCounts[step]; i++) {
            int place = candidates[step][i];
            if (owners[place] == FREE) {
                fix(step, place);
                return first + place;
            }
        }
        return NOBODY;
    }

    /** Fixes a step to the touchpoint at this position, which serves it and is not assigned. */
    void pin(int step, int position) {
        fix(step, position - first);
    }

    /** Gives the place for good: as if it had never been a candidate of any other step. */
    private void fix(int step, int place) {
        owners[place] = NOBODY;
        assigned[step] = place;
    }

    private boolean augment(int step) {
        for (int i = 0; i < candidateCounts[step]; i++) {
            if (owners[candidates[step][i]] == FREE) {
                give(candidates[step][i], step);
                return true;
            }
        }
        for (int i = 0; i < candidateCounts[step]; i++) {
            int place = candidates[step][i];
            if (owners[place] != NOBODY && visits[place] != search) {
                visits[place] = search;
                if (augmentOwner(place)) {
                    give(place, step);
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the owner of a place found another one. */
    private boolean augmentOwner(int place) {
        return owners[place] != NOBODY && augment(owners[place]);
    }

    private void give(int place, int step) {
        owners[place] = step;
        assigned[step] = place;
    }

    private void addCandidate(int step, int place) {
        int count = candidateCounts[step]++;
        if (candidates[step] == null) {
            candidates[step] = new int[Math.min(stepCount, 4)];
        } else if (count == candidates[step].length) {
            candidates[step] = Arrays.copyOf(candidates[step], Math.min(stepCount, count * 2));
        }
        candidates[step][count] = place;
    }

    private void ensurePlaces(int places) {
        if (places > owners.length) {
            int capacity = Math.max(places, owners.length * 2);
            owners = new int[capacity];
            visits = new int[capacity];
        }
    }
}
