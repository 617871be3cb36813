package io.parcours.churn;

import io.parcours.stats.FeatureMoments;
import io.parcours.stats.LogisticFit;
import io.parcours.stats.LogisticModel;
import io.parcours.stats.PairedAreas;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code churn_model} on the model of leaving. */
final class LeavingFigures {
    private static final String MODEL = "leaving";
    private static final String JUDGED = "calibration";

    /** Of fewer who left, or who stayed, how much they vary is not known well enough to tell one area from another. */
    private static final int LEAST_TO_COMPARE = 10;

    private final List<ChurnModelRow> rows = new ArrayList<>();

    List<ChurnModelRow> rows() {
        return List.copyOf(rows);
    }

    /** What was learned from, and what came of it. */
    void add(LeavingFit fit) {
        FeatureMoments moments = fit.moments();
        add(fit.name(), "customer_count", moments.count(), "who could leave at the end of " + fit.cut());
        add(fit.name(), "left_count", moments.hits(), null);
        LogisticModel model = fit.model().orElse(null);
        if (model == null) {
            rows.add(new ChurnModelRow(MODEL, fit.name(), "intercept", null, null, fit.refusal()));
            return;
        }
        LogisticModel.Effect intercept = model.intercept();
        rows.add(new ChurnModelRow(
                MODEL,
                fit.name(),
                "intercept",
                intercept.estimate(),
                intercept.standardError(),
                "the log-odds where all features have their means; the coefficients: churn_drivers"));
        add(fit.name(), "log_likelihood", -fit.fit().orElseThrow().loss(), null);
        add(fit.name(), "ridge", LogisticFit.RIDGE, null);
    }

    /** That there was no judgement, and why. */
    void addUnjudged(String reason) {
        for (String name : List.of("auc", "auc_rule_of_thumb", "auc_difference", "beats_rule_of_thumb")) {
            rows.add(new ChurnModelRow(MODEL, JUDGED, name, null, null, reason));
        }
    }

    /** How the model that learned at the former cut did at the latter, beside the rule of thumb. */
    void add(LeavingFit latter, LeavingScores scores, PairedAreas areas) {
        add(JUDGED, "test_customer_count", latter.moments().count(), "who could leave at the end of " + latter.cut());
        add(JUDGED, "test_left_count", latter.moments().hits(), null);
        boolean isComparable =
                Math.min(latter.moments().hits(), latter.moments().misses()) >= LEAST_TO_COMPARE;
        if (isComparable) {
            addCompared(scores, areas);
        } else {
            addUncompared(scores, areas, latter);
        }
        add(JUDGED, "brier_score", scores.brierScore(), null);
        add(JUDGED, "brier_score_rule_of_thumb", scores.brierScoreOfRule(), null);
        add(
                JUDGED,
                "brier_score_of_share",
                scores.brierScoreOfShare(),
                "of one probability for all: the share who left after the former cut");
        add(JUDGED, "log_loss", scores.logLoss(), null);
    }

    private void addCompared(LeavingScores scores, PairedAreas areas) {
        add("auc", scores.byModel().area(), scores.byModel().areaError());
        add("auc_rule_of_thumb", scores.byRule().area(), scores.byRule().areaError());
        add("auc_difference", areas.difference(), areas.standardError());
        boolean isBetter = areas.interval().low() > 0;
        add(JUDGED, "beats_rule_of_thumb", isBetter ? 1 : 0, isBetter ? null : failing(areas));
    }

    private void addUncompared(LeavingScores scores, PairedAreas areas, LeavingFit latter) {
        String note =
                "too few customers after %s for a standard error: at least %d who left and %d who stayed are needed"
                        .formatted(latter.cut(), LEAST_TO_COMPARE, LEAST_TO_COMPARE);
        add(JUDGED, "auc", scores.byModel().area(), note);
        add(JUDGED, "auc_rule_of_thumb", scores.byRule().area(), note);
        add(JUDGED, "auc_difference", areas.difference(), note);
        rows.add(new ChurnModelRow(MODEL, JUDGED, "beats_rule_of_thumb", null, null, note));
    }

    private static String failing(PairedAreas areas) {
        return areas.interval().high() < 0
                ? "tells worse than the length of silence who leaves"
                : "does not tell who leaves better than the length of silence";
    }

    private void add(String name, double estimate, double standardError) {
        rows.add(new ChurnModelRow(MODEL, JUDGED, name, estimate, standardError, null));
    }

    private void add(String fit, String name, double estimate, String note) {
        rows.add(new ChurnModelRow(MODEL, fit, name, estimate, null, note));
    }
}
