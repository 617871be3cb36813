package io.parcours.stats;

import java.io.Serializable;

/**
 * Sums of doubles in two parts, each on a grid, so that they are exact: they may be summed anywhere and merged in any order,
 * to the same bits. A product is rounded to a coarse grid; what that leaves is rounded to one 2^32 times as fine.
 *
 * <p>Equal cases round alike, and a million of them make one error a million times: a coarse grid alone would lose rare
 * outcomes. Where no product is further from 0 than 2^32 coarse units, no sum of fewer than 2^30 reaches 2^62.
 */
final class FineSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double FINER = 1L << 32;

    /** So few that sums of grid units stay below 2^53, where doubles are exact. */
    private static final int MOST_PENDING = 4096;

    private final double grid;
    // Adding and subtracting it leaves a multiple of the grid: a double has 52 bits behind its first.
    private final double roundCoarse;
    private final double roundFine;
    private final long[] coarse;
    private final long[] fine;

    private int pending;
    private final double[] pendingCoarse;
    private final double[] pendingFine;

    /**
     * Nothing summed yet.
     *
     * @param gridBits the coarse grid is 2^-gridBits
     */
    FineSums(int size, int gridBits) {
        grid = 1L << gridBits;
        roundCoarse = 1.5 * (1L << 52) / grid;
        roundFine = roundCoarse / FINER;
        coarse = new long[size];
        fine = new long[size];
        pendingCoarse = new double[size];
        pendingFine = new double[size];
    }

    /** Adds a factor times each of the first values to the sums from a place on. */
    void add(int from, double factor, double[] values, int count) {
        double[] coarseParts = pendingCoarse;
        double[] fineParts = pendingFine;
        double roundedCoarse = roundCoarse;
        double roundedFine = roundFine;
        for (int i = 0; i < count; i++) {
            double product = factor * values[i];
            double near = product + roundedCoarse - roundedCoarse;
            coarseParts[from + i] += near;
            fineParts[from + i] += product - near + roundedFine - roundedFine;
        }
    }

    /** Ends a case: to each sum at most one product was added. */
    void endCase() {
        if (++pending == MOST_PENDING) {
            settle();
        }
    }

    /** Adds what was summed elsewhere. */
    void merge(FineSums other) {
        settle();
        other.settle();
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] += other.coarse[i];
            fine[i] += other.fine[i];
        }
    }

    private void settle() {
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] += (long) (pendingCoarse[i] * grid);
            fine[i] += (long) (pendingFine[i] * (grid * FINER));
            pendingCoarse[i] = 0;
            pendingFine[i] = 0;
        }
        pending = 0;
    }

    /** The sum at a place. */
    double sum(int place) {
        settle();
        return coarse[place] / grid + fine[place] / (grid * FINER);
    }
}
