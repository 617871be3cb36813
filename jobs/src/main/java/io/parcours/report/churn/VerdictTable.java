package io.parcours.report.churn;

import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.words.Words;
import java.util.List;

/** How well each model, the rule of thumb and one share for everybody foresaw who left. */
record VerdictTable(Words words, ModelFigures models) {

    /** One line for each who foresees; none where there was no back-test. */
    Numbers numbers(String ofMap) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.verdict.who"))
                .number(words.say("churn.verdict.auc"))
                .number(words.say("churn.verdict.brier"));
        String name = words.name("churn.model", ofMap);
        add(numbers, words.say("churn.verdict.calibrated", name), ofMap, "auc_calibrated", "brier_score_calibrated");
        for (String model : List.of("bg_nbd", "mbg_nbd", "pareto_nbd")) {
            String raw = words.say("churn.verdict.raw", words.name("churn.model", model));
            add(numbers, raw, model, "auc", "brier_score");
        }
        add(numbers, words.name("churn.model", ModelFigures.THUMB), ModelFigures.THUMB, "auc", "brier_score");
        add(numbers, words.name("churn.model", ModelFigures.BASE), ModelFigures.BASE, "auc", "brier_score");
        String leaving = words.name("churn.model", ModelFigures.LEAVING);
        add(numbers, leaving, ModelFigures.LEAVING, "auc", "brier_score");
        add(
                numbers,
                words.say("churn.verdict.leaving.silence"),
                ModelFigures.LEAVING,
                "auc_rule_of_thumb",
                "brier_score_rule_of_thumb");
        add(numbers, words.say("churn.verdict.leaving.share"), ModelFigures.LEAVING, "none", "brier_score_of_share");
        return numbers.build();
    }

    private void add(Numbers.Builder numbers, String who, String model, String auc, String brier) {
        Double area = models.judged(model, auc);
        Double score = models.judged(model, brier);
        if (area == null && score == null) {
            return;
        }
        Double error = models.errorOf(model, auc);
        Cell areaCell = area == null
                ? Cell.missing()
                : error == null
                        ? Cell.number(number(area), area)
                        : Cell.number(words.say("churn.verdict.error", number(area), number(error)), area);
        numbers.row(Cell.text(who), areaCell, score == null ? Cell.missing() : Cell.number(number(score), score));
    }

    private String number(double number) {
        return words.number(number, 3);
    }
}
