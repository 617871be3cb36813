package io.parcours.churn;

import io.parcours.buying.BuyingKind;
import io.parcours.buying.BuyingModel;
import io.parcours.buying.MoneyGroups;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What holding models against what came after a back-test's cut showed. */
final class BackTestFindings {
    private static final String ALIKE = "everybody left, or nobody";

    private final ChurnRules rules;
    private final BackTest backTest;
    private final OutcomeGroups groups;
    private final RuleOfThumb rule;
    private final StateOutcomes states;
    private final ModelFigures figures = new ModelFigures(ModelFigures.CALIBRATION);
    private final CalibrationRows rows = new CalibrationRows();
    private LeavingCalibration calibration;
    private String problem;

    private BackTestFindings(ChurnRules rules, BuyingCounts counts) {
        this.rules = rules;
        this.backTest = counts.backTest();
        this.groups = OutcomeGroups.of(counts.outcomes());
        this.states = counts.states();
        this.rule = new RuleOfThumb(states);
    }

    static BackTestFindings of(ChurnRules rules, BuyingCounts counts) {
        BackTestFindings findings = new BackTestFindings(rules, counts);
        findings.find(counts.moneyBefore());
        return findings;
    }

    /** How customers' probabilities of leaving are calibrated; nothing where there is a problem. */
    Optional<LeavingCalibration> calibration() {
        return Optional.ofNullable(calibration);
    }

    /** Who left, by state alone. */
    StateShares states() {
        return backTest != null && backTest.isLeavingKnown() ? StateShares.of(rule) : StateShares.NONE;
    }

    /** Why there is no calibration; null where there is one. */
    String problem() {
        return problem;
    }

    List<ChurnModelRow> figures() {
        return figures.rows();
    }

    List<ChurnCalibrationReport.Row> rows() {
        return rows.rows();
    }

    private void find(MoneyGroups money) {
        String chosen = FittedModels.chosen(rules).text();
        if (backTest == null) {
            problem = "there is no back-test: the log is too short for one that holds back inactive_after, or"
                    + " churn.calibrate_until does not lie before the day of as_of";
            figures.addNone(chosen, "back_test_days", problem);
            return;
        }
        figures.add(
                chosen,
                "back_test_days",
                backTest.daysAfter(),
                "fitted until " + backTest.cut() + ", compared until " + backTest.asOf());
        FittedModels fitted = FittedModels.of(rules, groups.purchases(), money);
        FitFigures.add(figures, rules, fitted);
        if (groups.size() == 0) {
            problem = "nobody was active before the back-test's day";
            return;
        }
        problem = backTest.isLeavingKnown()
                ? fitted.of(FittedModels.chosen(rules))
                        .problem()
                        .map(why -> "the back-test's " + chosen + " was not fitted: " + why)
                        .orElse(null)
                : "who left cannot be told: inactive_after, counted from the back-test's day, is not over";
        for (BuyingKind kind : FittedModels.kinds(rules)) {
            fitted.of(kind).model().ifPresent(model -> hold(kind, model));
        }
        if (backTest.isLeavingKnown()) {
            holdRule();
        }
    }

    private void hold(BuyingKind kind, BuyingModel model) {
        Lookahead lookahead =
                new Lookahead(model, rules.daysPerPeriod(), backTest.daysAfter(), backTest.inactiveDays());
        TestedModel tested = TestedModel.of(kind.text(), groups, lookahead);
        rows.addDays(tested);
        figures.add(kind.text(), "expected_activity_days", tested.expectedDaysOfAll());
        figures.add(kind.text(), "actual_activity_days", laterDays());
        if (backTest.isLeavingKnown()) {
            rows.addLeft(tested);
            addScores(kind.text(), ScoreTallies.of(groups, tested.silent()), "");
            if (kind == FittedModels.chosen(rules)) {
                calibrate(tested, lookahead);
            }
        }
    }

    private long laterDays() {
        long sum = 0;
        for (int group = 0; group < groups.size(); group++) {
            sum += groups.laterDays(group);
        }
        return sum;
    }

    private void addScores(String model, ScoreTallies tallies, String suffix) {
        figures.add(model, "brier_score" + suffix, tallies.brierScore(), "there are no customers");
        figures.add(model, "auc" + suffix, tallies.discrimination(), ALIKE);
    }

    private void calibrate(TestedModel tested, Lookahead lookahead) {
        Optional<CrossCalibration> learned = CrossCalibration.learn(tested);
        if (learned.isEmpty()) {
            problem = "the back-test has too few customers: fewer than " + LeavingCalibration.FEWEST_OF_BLOCK
                    + " in one of its halves";
            return;
        }
        calibration = learned.get().ofAll();
        double[] probabilities = learned.get().probabilities(tested);
        rows.addLeftByRisk(tested, probabilities, rules.buying());
        addScores(tested.name(), ScoreTallies.of(groups, probabilities), "_calibrated");
        LeadTimes.of(backTest, groups, lookahead, learned.get(), rules.buying()).add(figures, tested.name());
    }

    private void holdRule() {
        ScoreTallies tallies = rule.tallies();
        rows.addLeft(rule, states, rules.buying());
        figures.add(RuleOfThumb.NAME, "left_count", tallies.left());
        figures.add(RuleOfThumb.NAME, "brier_score", rule.brierScore());
        OptionalDouble discrimination = tallies.discrimination();
        figures.add(RuleOfThumb.NAME, "auc", discrimination, ALIKE);
        double share = (double) tallies.left() / tallies.customers();
        figures.add("base_rate", "left_share", share);
        figures.add("base_rate", "brier_score", share * (1 - share));
    }
}
