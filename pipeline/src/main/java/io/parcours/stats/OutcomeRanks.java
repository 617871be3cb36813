package io.parcours.stats;

import java.io.Serializable;

/**
 * How many were hit and how many were not in each cell of a score, the lowest first: all that the area under the ROC
 * curve needs. Cases of one cell count as having one score.
 *
 * <p>The area is the share of pairs of one that was hit and one that was not in which the former has the higher score,
 * equal scores counting half (J. A. Hanley and B. J. McNeil, Radiology 143 (1982) 29-36).
 */
public final class OutcomeRanks implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] hits;
    private final long[] misses;

    /** Nothing counted yet, in so many cells. */
    public OutcomeRanks(int cells) {
        hits = new long[cells];
        misses = new long[cells];
    }

    public void add(int cell, boolean isHit) {
        (isHit ? hits : misses)[cell]++;
    }

    /** Adds what was counted elsewhere, over other cases. */
    public void merge(OutcomeRanks other) {
        for (int cell = 0; cell < hits.length; cell++) {
            hits[cell] += other.hits[cell];
            misses[cell] += other.misses[cell];
        }
    }

    public int cells() {
        return hits.length;
    }

    /** How many in a cell were hit. */
    public long hits(int cell) {
        return hits[cell];
    }

    /** How many in a cell were not. */
    public long misses(int cell) {
        return misses[cell];
    }

    /** How many were hit. */
    public long hits() {
        return sum(hits);
    }

    /** How many were not. */
    public long misses() {
        return sum(misses);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** By cell: the share of those not hit that have a lower score, equal ones by half. */
    double[] hitPlacements() {
        return placements(misses, misses());
    }

    /** By cell: the share of those hit that have a higher score, equal ones by half. */
    double[] missPlacements() {
        double[] lower = placements(hits, hits());
        for (int cell = 0; cell < lower.length; cell++) {
            lower[cell] = 1 - lower[cell];
        }
        return lower;
    }

    private static double[] placements(long[] counts, long all) {
        double[] placements = new double[counts.length];
        long below = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            placements[cell] = (below + counts[cell] / 2.0) / all;
            below += counts[cell];
        }
        return placements;
    }

    /** The area under the curve; some must have been hit and some not. */
    public double area() {
        double[] placements = hitPlacements();
        double sum = 0;
        for (int cell = 0; cell < hits.length; cell++) {
            sum += hits[cell] * placements[cell];
        }
        return sum / hits();
    }

    /**
     * Its standard error, by DeLong, DeLong and Clarke-Pearson; see {@link PairedAreas}.
     *
     * @throws IllegalStateException where fewer than two were hit, or fewer than two were not: they do not vary
     */
    public double areaError() {
        return Math.sqrt(variance(hits, hitPlacements()) / hits() + variance(misses, missPlacements()) / misses());
    }

    private static double variance(long[] counts, double[] placements) {
        long all = sum(counts);
        if (all < 2) {
            throw new IllegalStateException("too few cases to vary: " + all);
        }
        double mean = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            mean += counts[cell] * placements[cell] / all;
        }
        double squares = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            squares += counts[cell] * (placements[cell] - mean) * (placements[cell] - mean);
        }
        return squares / (all - 1);
    }
}
