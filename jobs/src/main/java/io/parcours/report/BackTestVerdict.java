package io.parcours.report;

import io.parcours.churn.ChurnRules;
import io.parcours.report.Block.Listing;
import io.parcours.report.Block.Notice;
import io.parcours.report.Block.Prose;
import io.parcours.report.Numbers.Cell;
import java.util.ArrayList;
import java.util.List;

/** How right the models would have been, in words: against the rule of thumb and against knowing nothing. */
final class BackTestVerdict {
    private final Words words;
    private final ReportContext context;
    private final ModelFigures models;
    private final String ofMap;
    private final ChurnRules rules;

    BackTestVerdict(ReportContext context, ModelFigures models, ChurnRules rules) {
        this.words = context.words();
        this.context = context;
        this.models = models;
        this.rules = rules;
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
        Numbers numbers = comparison();
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

    /** How early customers who fell silent had been warned of, and how often in vain. */
    List<Block> leadTimes() {
        Double warned = models.judged(ofMap, "warned_share");
        Double silent = models.judged(ofMap, "fallen_silent_count");
        List<Block> blocks = new ArrayList<>();
        if (warned != null && silent != null) {
            Double half = models.judged(ofMap, "lead_time_days_p50");
            String lead = half == null
                    ? ""
                    : " "
                            + words.say(
                                    "churn.lead.times",
                                    ChurnCells.days(words, half),
                                    days("lead_time_days_p10"),
                                    days("lead_time_days_p90"));
            blocks.add(new Prose(words.say(
                            "churn.lead.warned",
                            words.count(silent.longValue()),
                            ChurnCells.duration(words, rules.inactiveAfter()),
                            words.percent(warned.doubleValue()))
                    + lead));
            boolean isAlways = half != null && half >= rules.inactiveAfter().toDays() - 1;
            if (isAlways) {
                blocks.add(new Notice(words.say("churn.lead.always")));
            }
        }
        Double wrong = models.judged(ofMap, "false_alarm_share");
        Double alarms = models.judged(ofMap, "alarm_count");
        if (wrong != null && alarms != null) {
            blocks.add(new Prose(words.say(
                    "churn.lead.alarms", words.count(alarms.longValue()), words.percent(wrong.doubleValue()), alarms)));
        }
        return blocks;
    }

    private String days(String name) {
        Double days = models.judged(ofMap, name);
        return days == null ? words.missing() : ChurnCells.days(words, days);
    }

    private Numbers comparison() {
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
