package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.ingest.ScoreCheck;
import io.parcours.stats.ShortestDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of a map's surveys decides which records become touchpoints, written out: nothing else of a survey does. */
final class ScoreChecks {
    private ScoreChecks() {}

    /** By key, what each survey takes for scores; in the surveys' order. */
    static Map<String, String> written(JourneyMap map) {
        Map<String, String> keys = new LinkedHashMap<>();
        List<ScoreCheck> checks = map.input().scores();
        for (int survey = 0; survey < checks.size(); survey++) {
            keys.put("surveys[" + survey + "]", written(checks.get(survey)));
        }
        return keys;
    }

    /** The condition comes last, for a long text is cut where it is shown. */
    private static String written(ScoreCheck check) {
        return "{score: " + EffectiveMap.quoted(check.score()) + ", scale: [" + plain(check.low()) + ", "
                + plain(check.high()) + "]" + (check.steps() == ScoreCheck.Steps.WHOLE ? ", whole" : "")
                + (check.touchpoints().equals(TouchpointCondition.ANY)
                        ? ""
                        : ", " + EffectiveMap.condition(check.touchpoints()))
                + "}";
    }

    private static String plain(double number) {
        return ShortestDecimal.of(number).toPlainString();
    }
}
