package io.parcours.churn;

import io.parcours.journey.DraftSums;
import io.parcours.stats.LogisticFit;
import io.parcours.stats.LogisticSums;
import io.parcours.table.ColumnBatch;
import java.util.List;
import java.util.Optional;

/** A look at the drafts for the next Newton step of each fit that is not done. */
final class LeavingSteps implements DraftSums<LeavingSteps> {
    private static final long serialVersionUID = 1L;

    /** By cut; null where nothing is to be summed. */
    private final LogisticSums[] sums;

    private final double[] features;

    LeavingSteps(List<Optional<LogisticFit>> fits, int features) {
        sums = fits.stream()
                .map(fit -> fit.filter(going -> !going.isDone())
                        .map(LogisticFit::next)
                        .orElse(null))
                .toArray(LogisticSums[]::new);
        this.features = new double[features];
    }

    boolean isNeeded() {
        for (LogisticSums sum : sums) {
            if (sum != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void add(ColumnBatch rows) {
        for (int row = 0; row < rows.size(); row++) {
            LogisticSums sum = sums[LeavingDrafts.cut(rows, row)];
            if (sum != null) {
                LeavingDrafts.readFeatures(rows, row, features);
                sum.add(features, LeavingDrafts.isLeft(rows, row));
            }
        }
    }

    @Override
    public void merge(LeavingSteps other) {
        for (int cut = 0; cut < sums.length; cut++) {
            if (sums[cut] != null) {
                sums[cut].merge(other.sums[cut]);
            }
        }
    }

    /** Hands the sums to the fits that wait for them. */
    void tell(List<Optional<LogisticFit>> fits) {
        for (int cut = 0; cut < sums.length; cut++) {
            if (sums[cut] != null) {
                fits.get(cut).orElseThrow().take(sums[cut]);
            }
        }
    }
}
