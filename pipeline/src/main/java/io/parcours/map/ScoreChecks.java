package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.ingest.ScoreCheck;
import io.parcours.stats.ShortestDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/** What of a map's surveys decides which records become touchpoints, written out: nothing else of a survey does. */
final class ScoreChecks {
    private ScoreChecks() {}

    /** The checks in the surveys' order, or nothing where the map has no surveys. */
    static Optional<String> written(JourneyMap map) {
        return map.input().scores().isEmpty()
                ? Optional.empty()
                : Optional.of(map.input().scores().stream()
                        .map(ScoreChecks::written)
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String written(ScoreCheck check) {
        String touchpoints = check.touchpoints().equals(TouchpointCondition.ANY)
                ? ""
                : EffectiveMap.condition(check.touchpoints()) + ", ";
        return "{" + touchpoints + "score: " + EffectiveMap.quoted(check.score()) + ", scale: [" + plain(check.low())
                + ", " + plain(check.high()) + "]"
                + (check.steps() == ScoreCheck.Steps.WHOLE ? ", whole numbers" : "") + "}";
    }

    private static String plain(double number) {
        return ShortestDecimal.of(number).toPlainString();
    }
}
