package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.touchpoint.Touchpoint;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A score that stands in the value is recorded, but is no money. */
class ScoreIsNoValueTest {
    private static final List<Touchpoint> TOUCHPOINTS =
            List.of(touchpoint(1, "buy", 20), touchpoint(2, "nps", 8), touchpoint(3, "stars", 5));

    @Test
    void whatever_is_asked_a_score_in_the_value_is_worth_nothing() {
        for (Topic topic : Topic.values()) {
            CustomerHistory history = history("{events: nps}, {events: stars, score: stars}", topic);
            assertThat(history.value(0)).isEqualTo(20);
            assertThat(history.value(1)).isNaN();
            assertThat(history.recordedValue(1)).isEqualTo(8);
            assertThat(history.value(2)).as("the score stands elsewhere").isEqualTo(5);
        }
    }

    @Test
    void a_touchpoint_belongs_to_the_first_survey_it_matches() {
        CustomerHistory history = history("{events: [nps, stars], score: stars}, {name: two, events: nps}", Topic.PATH);
        assertThat(history.value(1)).isEqualTo(8);
    }

    private static CustomerHistory history(String surveys, Topic topic) {
        JourneyMap map = JourneyMapReader.read(
                "{name: a, input: {dimensions: [stars]}, stages: [{name: one, events: [buy]}], surveys: [" + surveys
                        + "]}",
                "a.yaml");
        JourneyPlan plan = JourneyPlan.of(map, Set.of(topic));
        return new HistoryBuilder(
                        map.journey(),
                        plan.conditions(),
                        plan.labeller(),
                        plan.valueScores(),
                        AsOf.ofMicros(9, ZoneOffset.UTC))
                .build(TOUCHPOINTS);
    }

    private static Touchpoint touchpoint(long at, String event, double value) {
        return new Touchpoint("c", at, "e" + at, event, null, value, java.util.Collections.singletonList(null), "f");
    }
}
