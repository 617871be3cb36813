package io.parcours.churn;

import io.parcours.journey.DraftSums;
import io.parcours.stats.LogisticModel;
import io.parcours.stats.Odds;
import io.parcours.stats.OutcomeRanks;
import io.parcours.table.ColumnBatch;

/** A look at the customers of the latter cut with what was learned at the former one: who was foreseen to leave. */
final class LeavingScores implements DraftSums<LeavingScores> {
    private static final long serialVersionUID = 1L;

    /** Probabilities' errors are summed in units of 2^-26: 2^30 of at most 61 each do not overflow. */
    private static final double GRID = 1L << 26;

    private final LogisticModel model;
    private final SilenceBands bands;
    private final OutcomeRanks byModel = new OutcomeRanks(ScoreCells.OF_LOG_ODDS);
    private final OutcomeRanks byRule = new OutcomeRanks(ScoreCells.OF_SILENCE);
    private long squaredErrors;
    private long squaredErrorsOfRule;
    private long losses;
    private final double[] features;

    LeavingScores(LogisticModel model, SilenceBands bands, int features) {
        this.model = model;
        this.bands = bands;
        this.features = new double[features];
    }

    @Override
    public void add(ColumnBatch rows) {
        for (int row = 0; row < rows.size(); row++) {
            if (LeavingDrafts.cut(rows, row) == LeavingDrafts.LATTER) {
                LeavingDrafts.readFeatures(rows, row, features);
                add(LeavingDrafts.silentDays(rows, row), LeavingDrafts.isLeft(rows, row));
            }
        }
    }

    private void add(long silentDays, boolean isLeft) {
        double logOdds = model.logOdds(features);
        byModel.add(ScoreCells.ofLogOdds(logOdds), isLeft);
        byRule.add(ScoreCells.ofSilence(silentDays), isLeft);
        double happened = isLeft ? 1 : 0;
        squaredErrors += squared(Odds.probability(logOdds) - happened);
        squaredErrorsOfRule += squared(bands.probability(silentDays) - happened);
        losses += (long) Math.rint(Odds.loss(logOdds, isLeft) * GRID);
    }

    private static long squared(double error) {
        return (long) Math.rint(error * error * GRID);
    }

    @Override
    public void merge(LeavingScores other) {
        byModel.merge(other.byModel);
        byRule.merge(other.byRule);
        squaredErrors += other.squaredErrors;
        squaredErrorsOfRule += other.squaredErrorsOfRule;
        losses += other.losses;
    }

    OutcomeRanks byModel() {
        return byModel;
    }

    OutcomeRanks byRule() {
        return byRule;
    }

    private double customers() {
        return byModel.hits() + byModel.misses();
    }

    /** The mean squared error of the model's probability. */
    double brierScore() {
        return squaredErrors / GRID / customers();
    }

    /** The same of the rule of thumb's. */
    double brierScoreOfRule() {
        return squaredErrorsOfRule / GRID / customers();
    }

    /** The same of one probability for everybody: the share who left at the former cut. */
    double brierScoreOfShare() {
        double share = bands.share();
        double left = byModel.hits() / customers();
        return share * share - 2 * share * left + left;
    }

    /** The mean of the negative log of the probability that the model gave to what happened. */
    double logLoss() {
        return losses / GRID / customers();
    }
}
