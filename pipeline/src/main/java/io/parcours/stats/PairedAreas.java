package io.parcours.stats;

import java.io.Serializable;

/**
 * Compares the areas under the ROC curves of two scores of the same cases. That they are the same cases makes the
 * difference surer than two areas apart would be.
 *
 * <p>Source: E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, "Comparing the areas under two or more correlated
 * receiver operating characteristic curves: a nonparametric approach", Biometrics 44 (1988) 837-845: the variance of the
 * difference of a case's two placements, over those hit and over those not. Differences lie between -1 and 1; they and
 * their squares are rounded to 2^-30, so that 2^32 cases do not overflow and parts merge to the same bits in any order.
 */
public final class PairedAreas implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double GRID = 1L << 30;

    private final double[][] hitPlacements;
    private final double[][] missPlacements;
    private final double difference;
    private final long[] counts = new long[2];
    private final long[] sums = new long[2];
    private final long[] squares = new long[2];

    /** Nothing summed yet of the cases that these ranks were counted of. */
    public PairedAreas(OutcomeRanks first, OutcomeRanks second) {
        hitPlacements = new double[][] {first.hitPlacements(), second.hitPlacements()};
        missPlacements = new double[][] {first.missPlacements(), second.missPlacements()};
        difference = first.area() - second.area();
    }

    /** Adds a case by the cells of its two scores. */
    public void add(int firstCell, int secondCell, boolean isHit) {
        double[][] placements = isHit ? hitPlacements : missPlacements;
        double apart = placements[0][firstCell] - placements[1][secondCell];
        int group = isHit ? 1 : 0;
        counts[group]++;
        sums[group] += (long) Math.rint(apart * GRID);
        squares[group] += (long) Math.rint(apart * apart * GRID);
    }

    /** Adds what was summed elsewhere, over other cases. */
    public void merge(PairedAreas other) {
        for (int group = 0; group < counts.length; group++) {
            counts[group] += other.counts[group];
            sums[group] += other.sums[group];
            squares[group] += other.squares[group];
        }
    }

    /** The first score's area less the second's. */
    public double difference() {
        return difference;
    }

    /**
     * The standard error of the difference.
     *
     * @throws IllegalStateException where fewer than two were hit, or fewer than two were not: they do not vary
     */
    public double standardError() {
        return Math.sqrt(variance(0) + variance(1));
    }

    /**
     * The 95 % interval of the difference.
     *
     * @throws IllegalStateException where there is no {@link #standardError()}
     */
    public Interval interval() {
        double half = Proportion.Z * standardError();
        return new Interval(difference - half, difference + half);
    }

    /** The variance of the mean. */
    private double variance(int group) {
        long count = counts[group];
        if (count < 2) {
            throw new IllegalStateException("too few cases to vary: " + count);
        }
        double mean = sums[group] / GRID / count;
        return Math.max(0, squares[group] / GRID - count * mean * mean) / (count - 1) / count;
    }
}
