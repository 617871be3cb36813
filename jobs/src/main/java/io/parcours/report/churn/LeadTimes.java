package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How early customers who fell silent had been warned of, and how often in vain. */
final class LeadTimes {
    private final Words words;
    private final ModelFigures models;
    private final ChurnRules rules;
    private final String ofMap;

    LeadTimes(Words words, ModelFigures models, ChurnRules rules) {
        this.words = words;
        this.models = models;
        this.rules = rules;
        this.ofMap = ChurnModels.ofMap(rules);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        warnings(blocks);
        alarms(blocks);
        return blocks;
    }

    private void warnings(List<Block> blocks) {
        Double warned = models.judged(ofMap, "warned_share");
        Double silent = models.judged(ofMap, "fallen_silent_count");
        if (warned == null || silent == null) {
            return;
        }
        String limit = ChurnCells.duration(words, rules.inactiveAfter());
        String text = words.say(
                "churn.lead.warned", words.count(silent.longValue()), limit, words.percent(warned.doubleValue()));
        Double latest = models.judged(ofMap, "lead_time_days_p10");
        Double half = models.judged(ofMap, "lead_time_days_p50");
        Double earliest = models.judged(ofMap, "lead_time_days_p90");
        if (latest == null || half == null || earliest == null) {
            blocks.add(new Prose(text));
            return;
        }
        String times = words.say("churn.lead.times", days(half), days(latest), days(earliest));
        blocks.add(new Prose(text + " " + times));
        if (earliest >= rules.inactiveAfter().toDays()) {
            blocks.add(new Notice(words.say("churn.lead.always", limit)));
        }
    }

    private void alarms(List<Block> blocks) {
        Double wrong = models.judged(ofMap, "false_alarm_share");
        Double alarms = models.judged(ofMap, "alarm_count");
        if (wrong != null && alarms != null) {
            blocks.add(new Prose(words.say(
                    "churn.lead.alarms", words.count(alarms.longValue()), words.percent(wrong.doubleValue()), alarms)));
        }
    }

    private String days(double days) {
        return ChurnCells.days(words, days);
    }
}
