package io.parcours.churn;

import io.parcours.journey.DraftSums;
import io.parcours.stats.FeatureMoments;
import io.parcours.table.ColumnBatch;

/** The first look at the drafts: what there is to learn from at each cut. */
final class LeavingTotals implements DraftSums<LeavingTotals> {
    private static final long serialVersionUID = 1L;

    private final FeatureMoments[] moments = new FeatureMoments[LeavingDrafts.CUTS];
    private final SilenceBands bands;
    private final double[] features;

    LeavingTotals(BehaviourFeatures features) {
        for (int cut = 0; cut < moments.length; cut++) {
            moments[cut] = new FeatureMoments(features.size());
        }
        this.bands = new SilenceBands(features.inactiveDays());
        this.features = new double[features.size()];
    }

    @Override
    public void add(ColumnBatch rows) {
        for (int row = 0; row < rows.size(); row++) {
            int cut = LeavingDrafts.cut(rows, row);
            boolean isLeft = LeavingDrafts.isLeft(rows, row);
            LeavingDrafts.readFeatures(rows, row, features);
            moments[cut].add(features, isLeft);
            if (cut == LeavingDrafts.FORMER) {
                bands.add(LeavingDrafts.silentDays(rows, row), isLeft);
            }
        }
    }

    @Override
    public void merge(LeavingTotals other) {
        for (int cut = 0; cut < moments.length; cut++) {
            moments[cut].merge(other.moments[cut]);
        }
        bands.merge(other.bands);
    }

    FeatureMoments of(int cut) {
        return moments[cut];
    }

    /** Who left at the former cut, by how long they had been silent. */
    SilenceBands bands() {
        return bands;
    }
}
