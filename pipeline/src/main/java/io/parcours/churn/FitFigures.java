package io.parcours.churn;

import io.parcours.buying.BuyingKind;
import io.parcours.buying.DayIntervals;
import io.parcours.buying.GammaGamma;
import io.parcours.buying.ModelFit;
import io.parcours.buying.ParameterEstimate;
import java.util.List;

/** The rows of {@code churn_model} that tell how models were fitted. */
final class FitFigures {
    private static final List<String> MONEY_PARAMETERS = List.of("p", "q", "v");

    private static final String ALIKE =
            "in place of a and b, which grow without bound: customers do not differ in how likely"
                    + " they leave after a purchase, and this is that probability";

    private static final String INFINITE_MEAN =
            "infinite, as q is not above 1: expected_value is null for customers without a mean of their own";

    private FitFigures() {}

    static void add(ModelFigures figures, ChurnRules rules, FittedModels fitted) {
        for (BuyingKind kind : FittedModels.kinds(rules)) {
            add(figures, kind.parameters(), fitted.of(kind));
            addGroupDays(figures, kind.text(), fitted.intervals());
        }
        add(figures, MONEY_PARAMETERS, fitted.money());
        figures.add(GammaGamma.NAME, "repeater_count", (double)
                (fitted.moneyGroups().customers() + fitted.moneyGroups().customersWithoutValue()));
        fitted.money()
                .model()
                .ifPresentOrElse(
                        money -> figures.add(GammaGamma.NAME, "mean_value", money.populationMean(), INFINITE_MEAN),
                        () -> figures.addNone(
                                GammaGamma.NAME,
                                "mean_value",
                                fitted.money().problem().orElseThrow()));
        figures.add(
                GammaGamma.NAME,
                "frequency_value_correlation",
                MoneyCorrelation.of(fitted.moneyGroups().sorted()),
                fitted.money().problem().orElse("frequency or mean value does not differ between customers"));
    }

    private static void addGroupDays(ModelFigures figures, String model, DayIntervals intervals) {
        long days = intervals.days();
        figures.add(
                model,
                "group_days",
                days,
                days == 1
                        ? null
                        : "customers whose recency and age fall into the same " + days + " days count as alike");
    }

    private static <M> void add(ModelFigures figures, List<String> parameters, ModelFit<M> fit) {
        String problem = fit.problem().orElse(null);
        figures.add(fit.name(), "converged", fit.isConverged() ? 1 : 0, problem);
        if (fit.isConverged()) {
            fit.parameters()
                    .forEach(parameter -> figures.add(
                            fit.name(),
                            parameter.name(),
                            parameter.estimate(),
                            parameter.standardError(),
                            parameter.name().equals(ParameterEstimate.EQUAL_LEAVING) ? ALIKE : null));
        } else {
            parameters.forEach(parameter -> figures.addNone(fit.name(), parameter, problem));
        }
        figures.add(fit.name(), "log_likelihood", fit.logLikelihood(), problem);
        figures.add(fit.name(), "customer_count", fit.customerCount());
        figures.add(fit.name(), "group_count", fit.groupCount());
    }
}
