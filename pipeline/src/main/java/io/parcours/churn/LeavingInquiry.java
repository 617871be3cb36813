package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Drafts;
import io.parcours.stats.LogisticFit;
import io.parcours.stats.LogisticModel;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Learns from the drafts what goes with leaving: a look for what there is, one for each Newton step of both fits together,
 * and two to judge the one that learned at the former cut by the latter.
 */
final class LeavingInquiry {
    private static final double SURE = 0.05;

    private final BehaviourFeatures features;
    private final Drafts drafts;
    private final ReportTable<LeavingDrafts.Row> draft;

    LeavingInquiry(BehaviourFeatures features, Drafts drafts) {
        this.features = features;
        this.drafts = drafts;
        this.draft = LeavingDrafts.table(features);
    }

    /**
     * What was found.
     *
     * @param figures rows of churn_model
     * @param groups rows of churn_calibration
     * @param drivers rows of churn_drivers
     * @param reasons what to tell of each customer
     */
    record Findings(
            List<ChurnModelRow> figures,
            List<ChurnCalibrationReport.Row> groups,
            List<ChurnDriversReport.Row> drivers,
            LeavingReasons reasons) {
        /** Where nobody was counted. */
        static final Findings NONE = new Findings(List.of(), List.of(), List.of(), LeavingReasons.none());
    }

    /** Looks as of an instant. */
    Findings conclude(AsOf asOf) {
        LeavingTotals moments = drafts.sum(draft, new LeavingTotals(features));
        LeavingCuts cuts = LeavingCuts.of(asOf, features.inactiveDays());
        LeavingFit former = LeavingFit.begin("calibration", cuts.former(), moments.of(LeavingDrafts.FORMER));
        LeavingFit latter = LeavingFit.begin("final", cuts.latter(), moments.of(LeavingDrafts.LATTER));
        learn(List.of(former.fit(), latter.fit()));
        LeavingFigures figures = new LeavingFigures();
        figures.add(former);
        List<ChurnCalibrationReport.Row> groups = judge(former, latter, moments.bands(), figures);
        figures.add(latter);
        List<ChurnDriversReport.Row> drivers = new ArrayList<>(ChurnDriversReport.rows(former, features));
        List<ChurnDriversReport.Row> finalDrivers = ChurnDriversReport.rows(latter, features);
        drivers.addAll(finalDrivers);
        return new Findings(
                figures.rows(),
                groups,
                drivers,
                latter.model().map(model -> reasons(model, finalDrivers)).orElse(LeavingReasons.none()));
    }

    private void learn(List<Optional<LogisticFit>> fits) {
        for (LeavingSteps steps = new LeavingSteps(fits, features.size());
                steps.isNeeded();
                steps = new LeavingSteps(fits, features.size())) {
            drafts.sum(draft, steps).tell(fits);
        }
    }

    private List<ChurnCalibrationReport.Row> judge(
            LeavingFit former, LeavingFit latter, SilenceBands bands, LeavingFigures figures) {
        String refusal = former.refusal() != null ? former.refusal() : latter.oneSided();
        if (refusal != null) {
            figures.addUnjudged(refusal);
            return List.of();
        }
        LogisticModel model = former.model().orElseThrow();
        LeavingScores scores = drafts.sum(draft, new LeavingScores(model, bands, features.size()));
        LeavingComparison comparison = drafts.sum(draft, new LeavingComparison(model, scores, features.size()));
        figures.add(latter, scores, comparison.areas());
        return LeavingGroups.rows(scores.byModel(), comparison);
    }

    private static LeavingReasons reasons(LogisticModel model, List<ChurnDriversReport.Row> drivers) {
        return LeavingReasons.of(
                model,
                drivers.stream()
                        .map(row -> row.qValue() == null || row.qValue() > SURE
                                ? null
                                : row.feature() + (row.coefficient() > 0 ? " high" : " low"))
                        .toArray(String[]::new));
    }
}
