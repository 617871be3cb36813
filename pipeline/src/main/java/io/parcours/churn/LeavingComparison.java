package io.parcours.churn;

import io.parcours.journey.DraftSums;
import io.parcours.stats.LogisticModel;
import io.parcours.stats.Odds;
import io.parcours.stats.OutcomeRanks;
import io.parcours.stats.PairedAreas;
import io.parcours.table.ColumnBatch;

/**
 * The last look at the customers of the latter cut, once they are ranked: how sure it is that the model tells better than
 * the rule of thumb, and what it expected of each tenth of them.
 */
final class LeavingComparison implements DraftSums<LeavingComparison> {
    private static final long serialVersionUID = 1L;

    static final int TENTHS = 10;

    private static final double GRID = 1L << 30;

    private final LogisticModel model;
    private final PairedAreas areas;
    private final int[] tenthOfCell;
    private final long[] expected = new long[TENTHS];
    private final double[] features;

    LeavingComparison(LogisticModel model, LeavingScores scores, int features) {
        this.model = model;
        this.areas = new PairedAreas(scores.byModel(), scores.byRule());
        this.tenthOfCell = tenths(scores.byModel());
        this.features = new double[features];
    }

    /** The tenth that each cell begins in, 0 for the likeliest to leave. */
    static int[] tenths(OutcomeRanks ranks) {
        int[] tenths = new int[ranks.cells()];
        long all = ranks.hits() + ranks.misses();
        long before = 0;
        for (int cell = tenths.length - 1; cell >= 0; cell--) {
            tenths[cell] = (int) Math.min(TENTHS - 1, before * TENTHS / all);
            before += ranks.hits(cell) + ranks.misses(cell);
        }
        return tenths;
    }

    @Override
    public void add(ColumnBatch rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (LeavingDrafts.cut(rows, row) == LeavingDrafts.LATTER) {
                LeavingDrafts.readFeatures(rows, row, features);
                double logOdds = model.logOdds(features);
                int cell = ScoreCells.ofLogOdds(logOdds);
                int other = ScoreCells.ofSilence(LeavingDrafts.silentDays(rows, row));
                areas.add(cell, other, LeavingDrafts.isLeft(rows, row));
                expected[tenthOfCell[cell]] += (long) Math.rint(Odds.probability(logOdds) * GRID);
            }
        }
    }

    @Override
    public void merge(LeavingComparison other) {
        areas.merge(other.areas);
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            expected[tenth] += other.expected[tenth];
        }
    }

    PairedAreas areas() {
        return areas;
    }

    int tenthOf(int cell) {
        return tenthOfCell[cell];
    }

    /** How many of a tenth were expected to leave. */
    double expected(int tenth) {
        return expected[tenth] / GRID;
    }
}
