package io.parcours.churn;

import io.parcours.stats.FeatureMoments;
import io.parcours.stats.LogisticFit;
import io.parcours.stats.LogisticModel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was learned at a cut, or why nothing was.
 *
 * @param name calibration or final
 * @param cut the day
 * @param moments of the customers who could leave
 * @param fit nothing where there was too little to learn from
 */
record LeavingFit(String name, LocalDate cut, FeatureMoments moments, Optional<LogisticFit> fit) {
    /**
     * So many customers who left, and so many who stayed, each feature needs: P. Peduzzi and others, Journal of Clinical
     * Epidemiology 49 (1996) 1373-1379.
     */
    static final int CUSTOMERS_PER_FEATURE = 10;

    static LeavingFit begin(String name, long cut, FeatureMoments moments) {
        boolean isEnough = moments.varied() > 0 && Math.min(moments.hits(), moments.misses()) >= needed(moments);
        return new LeavingFit(
                name,
                LocalDate.ofEpochDay(cut),
                moments,
                isEnough ? Optional.of(new LogisticFit(moments)) : Optional.empty());
    }

    private static int needed(FeatureMoments moments) {
        return CUSTOMERS_PER_FEATURE * moments.varied();
    }

    Optional<LogisticModel> model() {
        return fit.flatMap(LogisticFit::model);
    }

    /** Why there is no model; null where there is one. */
    String refusal() {
        if (model().isPresent()) {
            return null;
        }
        if (oneSided() != null) {
            return oneSided();
        }
        if (moments.varied() == 0) {
            return "all customers behaved alike before " + cut;
        }
        return fit.isPresent()
                ? "did not converge"
                : "too few customers: at least %d who left and %d who stayed are needed, %d for each of %d features"
                        .formatted(needed(moments), needed(moments), CUSTOMERS_PER_FEATURE, moments.varied());
    }

    /** Why nobody can be told from anybody at the cut; null where some left and some stayed. */
    String oneSided() {
        if (moments.count() == 0) {
            return "nobody could leave at the end of " + cut;
        }
        if (moments.hits() == 0) {
            return "nobody left within inactive_after of " + cut;
        }
        return moments.misses() == 0 ? "everybody left within inactive_after of " + cut : null;
    }
}
