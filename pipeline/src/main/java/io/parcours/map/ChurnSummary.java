package io.parcours.map;

import io.parcours.churn.BuyingRules;
import io.parcours.churn.ChurnRules;
import io.parcours.churn.ChurnSignal;
import io.parcours.churn.CurveRules;
import io.parcours.churn.SignalRules;
import io.parcours.condition.TouchpointCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the churn rules mean, in a line for people, and one more for each part that is not the default. */
final class ChurnSummary {
    private final ChurnRules rules;
    private final List<String> lines = new ArrayList<>();

    private ChurnSummary(ChurnRules rules) {
        this.rules = rules;
    }

    static List<String> lines(ChurnRules rules) {
        ChurnSummary summary = new ChurnSummary(rules);
        summary.lines.add(summary.silence());
        if (!rules.buying().equals(BuyingRules.DEFAULT)) {
            summary.lines.add(model(rules.buying()));
        }
        if (!rules.curves().equals(CurveRules.DEFAULT)) {
            summary.lines.add(curves(rules.curves()));
        }
        if (!rules.signals().equals(SignalRules.DEFAULT)) {
            summary.lines.add(signals(rules.signals()));
        }
        return summary.lines;
    }

    private String silence() {
        String activity = rules.activity().equals(TouchpointCondition.ANY)
                ? "a touchpoint"
                : MapSummary.condition(rules.activity());
        return "dormant after " + MapWord.written(rules.inactiveAfter()) + " without " + activity + "; periods of "
                + MapWord.written(rules.period());
    }

    private static String model(BuyingRules buying) {
        return MapWord.written(buying.model()) + " looks " + MapWord.written(buying.horizon()) + " ahead; "
                + buying.calibrateUntilIfGiven()
                        .map(day -> "its back-test is fitted until " + day)
                        .orElse("its back-test holds back the last third")
                + String.format(
                        Locale.ROOT, "; risk medium from %s, high from %s", buying.mediumRisk(), buying.highRisk());
    }

    private static String curves(CurveRules curves) {
        List<String> parts = new ArrayList<>();
        curves.endsIfGiven().ifPresent(ends -> parts.add(MapSummary.condition(ends) + " ends a subscription"));
        if (!curves.breakdown().isEmpty()) {
            parts.add("curves by " + Shown.listed(curves.breakdown()));
        }
        return String.join("; ", parts);
    }

    private static String signals(SignalRules signals) {
        String named = signals.signals().stream()
                .map(ChurnSignal::name)
                .map(Shown::plain)
                .collect(Collectors.joining(", "));
        return "what lies " + MapWord.written(signals.lookback()) + " back is recent"
                + (named.isEmpty() ? "" : "; signals " + named);
    }
}
