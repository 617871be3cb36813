package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How right the models would have been, in words: against the rule of thumb and against knowing nothing. */
final class BackTestVerdict {
    private final Words words;
    private final ReportContext context;
    private final ModelFigures models;
    private final String ofMap;

    BackTestVerdict(ReportContext context, ModelFigures models, ChurnRules rules) {
        this.words = context.words();
        this.context = context;
        this.models = models;
        this.ofMap = ChurnModels.ofMap(rules);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Double days = models.judged(ofMap, "back_test_days");
        if (days != null) {
            blocks.add(new Prose(words.say(
                    "churn.verdict.when",
                    words.day(context.tables().day().minusDays(days.longValue())),
                    words.day(context.tables().day()))));
        }
        silence(blocks);
        activityDays(blocks);
        leaving(blocks);
        Numbers numbers = new VerdictTable(words, models).numbers(ofMap);
        if (!numbers.rows().isEmpty()) {
            blocks.add(new Listing(
                    words.say("churn.verdict.listing"),
                    words.say("churn.verdict.reading"),
                    numbers,
                    Source.of("churn-verdict", "churn_model", "model", "name", "estimate", "standard_error")));
        }
        return blocks;
    }

    private void silence(List<Block> blocks) {
        Double thumb = models.judged(ModelFigures.THUMB, "brier_score");
        Double base = models.judged(ModelFigures.BASE, "brier_score");
        Double model = models.judged(ofMap, "brier_score_calibrated");
        if (thumb == null || base == null) {
            return;
        }
        if (model == null) {
            blocks.add(new Notice(words.say("churn.verdict.thumb", number(thumb), number(base))));
            return;
        }
        String key = model >= base ? "useless" : model >= thumb ? "thumb-better" : "better";
        String text = words.say(
                "churn.verdict." + key, words.name("churn.model", ofMap), number(model), number(thumb), number(base));
        blocks.add(key.equals("better") ? new Prose(text) : new Notice(text));
        Double auc = models.judged(ofMap, "auc_calibrated");
        Double aucOfThumb = models.judged(ModelFigures.THUMB, "auc");
        if (auc != null && aucOfThumb != null) {
            blocks.add(new Prose(
                    words.say("churn.verdict.pairs", words.percent(auc.doubleValue()), words.percent(aucOfThumb))));
        }
    }

    private void activityDays(List<Block> blocks) {
        Double expected = models.judged(ofMap, "expected_activity_days");
        Double actual = models.judged(ofMap, "actual_activity_days");
        if (expected != null && actual != null) {
            blocks.add(new Prose(
                    words.say("churn.verdict.days", words.number(expected, 0), words.count(actual.longValue()))));
        }
    }

    private void leaving(List<Block> blocks) {
        Double auc = models.judged(ModelFigures.LEAVING, "auc");
        Double silence = models.judged(ModelFigures.LEAVING, "auc_rule_of_thumb");
        Double beats = models.judged(ModelFigures.LEAVING, "beats_rule_of_thumb");
        if (auc == null || silence == null) {
            return;
        }
        String key = beats == null ? "unknown" : beats > 0 ? "beats" : "beaten";
        blocks.add(new Prose(words.say(
                "churn.verdict.leaving." + key,
                words.percent(auc.doubleValue()),
                words.percent(silence.doubleValue()))));
    }

    private String number(double number) {
        return words.number(number, 3);
    }
}
