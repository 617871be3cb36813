package io.parcours.funnel;

import java.util.Arrays;

/**
 * Gives different steps to different takers, one after the other: matching in a bipartite graph by augmenting paths, as in
 * {@link InstantMatching}, but from the other side. Who has a step keeps one, maybe another; so what could be given to some of the takers
 * can be given to a largest possible number of all of them without leaving any of these out (N. S. Mendelsohn and A. L. Dulmage, "Some
 * generalizations of the problem of distinct representatives", Canadian Journal of Mathematics 10 (1958) 230-241).
 */
final class StepMatching {
    private static final int NOBODY = -1;

    /** By step, from 1: who has it. */
    private final int[] owners;

    private final int[] visits;
    private int search;
    private int[][] takers = new int[16][];
    private int size;

    StepMatching(int stepCount) {
        owners = new int[stepCount + 1];
        visits = new int[stepCount + 1];
    }

    void clear() {
        Arrays.fill(owners, NOBODY);
        size = 0;
    }

    /**
     * Gives a step to one more.
     *
     * @param steps those it could take
     * @return false where that cannot be; then nothing has changed
     */
    boolean add(int[] steps) {
        if (size == takers.length) {
            takers = Arrays.copyOf(takers, size * 2);
        }
        takers[size] = steps;
        search++;
        if (augment(size)) {
            size++;
            return true;
        }
        return false;
    }

    private boolean augment(int taker) {
        for (int step : takers[taker]) {
            if (visits[step] != search) {
                visits[step] = search;
                if (owners[step] == NOBODY || augment(owners[step])) {
                    owners[step] = taker;
                    return true;
                }
            }
        }
        return false;
    }

    /** How many have a step. */
    int size() {
        return size;
    }
}
