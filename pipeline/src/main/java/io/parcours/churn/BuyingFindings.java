package io.parcours.churn;

import io.parcours.buying.BuyingModel;
import io.parcours.buying.ModelFit;
import java.util.ArrayList;
import java.util.List;

/**
 * What the models of repeated activity found.
 *
 * @param figures rows of churn_model
 * @param groups rows of churn_calibration
 * @param scores columns of churn_customers
 */
record BuyingFindings(List<ChurnModelRow> figures, List<ChurnCalibrationReport.Row> groups, CustomerScores scores) {

    static BuyingFindings of(ChurnRules rules, BuyingCounts counts) {
        FittedModels fitted = FittedModels.of(rules, counts.purchases(), counts.money());
        BackTestFindings backTest = BackTestFindings.of(rules, counts);
        ModelFigures figures = new ModelFigures(ModelFigures.FINAL);
        FitFigures.add(figures, rules, fitted);
        ModelFit<BuyingModel> chosen = fitted.of(FittedModels.chosen(rules));
        String problem = chosen.problem()
                .map(why -> chosen.name() + " was not fitted: " + why)
                .orElse(backTest.problem());
        figures.add(
                RuleOfThumb.NAME,
                "rule_of_thumb_used",
                problem == null ? 0 : 1,
                problem == null ? null : "rule of thumb used: " + problem);
        List<ChurnModelRow> rows = new ArrayList<>(figures.rows());
        rows.addAll(backTest.figures());
        return new BuyingFindings(
                rows,
                backTest.rows(),
                new CustomerScores(
                        rules,
                        chosen.model().orElse(null),
                        fitted.money().model().orElse(null),
                        backTest.calibration().orElse(null),
                        backTest.states()));
    }
}
