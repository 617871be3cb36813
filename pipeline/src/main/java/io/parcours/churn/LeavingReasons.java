package io.parcours.churn;

import io.parcours.stats.LogisticModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a customer likelier to leave than the average one, by the final fit: up to three features that it is sure of.
 */
final class LeavingReasons implements Serializable {
    private static final long serialVersionUID = 1L;

    static final int MOST = 3;

    /** ln 1.1: what raises the odds by less than a tenth is no reason. */
    static final double LEAST_CONTRIBUTION = 0.09531017980432493;

    private final LogisticModel model;
    private final String[] words;

    private LeavingReasons(LogisticModel model, String[] words) {
        this.model = model;
        this.words = words;
    }

    /** Where there is no model. */
    static LeavingReasons none() {
        return new LeavingReasons(null, new String[0]);
    }

    /** @param findings by feature: what to call it where it raises the log-odds; null where the model is not sure of it */
    static LeavingReasons of(LogisticModel model, String[] findings) {
        return new LeavingReasons(model, findings.clone());
    }

    /**
     * The reasons, the weightiest first; null where there is no model.
     *
     * @param features null for a customer who is gone, which gives null
     */
    List<String> of(double[] features) {
        if (model == null || features == null) {
            return null;
        }
        List<String> reasons = new ArrayList<>(MOST);
        boolean[] isTaken = new boolean[features.length];
        for (int next = heaviest(features, isTaken);
                next >= 0 && reasons.size() < MOST;
                next = heaviest(features, isTaken)) {
            isTaken[next] = true;
            reasons.add(words[next]);
        }
        return reasons;
    }

    private int heaviest(double[] features, boolean[] isTaken) {
        int heaviest = -1;
        double most = 0;
        for (int feature = 0; feature < features.length; feature++) {
            if (words[feature] != null && !isTaken[feature]) {
                double contribution = model.contribution(feature, features[feature]);
                if (contribution >= LEAST_CONTRIBUTION && contribution > most) {
                    most = contribution;
                    heaviest = feature;
                }
            }
        }
        return heaviest;
    }
}
