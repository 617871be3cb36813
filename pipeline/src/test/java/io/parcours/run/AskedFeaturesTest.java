package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.trigger.TriggerRules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Triggers and the expected journey are asked where the map has them, and cost nothing where it has not. */
class AskedFeaturesTest {
    private static final JourneyMap MAP = JourneyMapReader.read(
            "{name: any, input: {dimensions: [plan]}, stages: [{name: one, events: [a]}, {name: two, events: [b]}]}",
            "any.yaml");
    private static final TriggerRules TRIGGER = new TriggerRules(
            "t",
            TouchpointCondition.ofEvents("c"),
            TouchpointCondition.ofEvents("d"),
            Duration.ofHours(1),
            "mail",
            Duration.ZERO,
            List.of("plan"));
    private static final ExpectedJourney EXPECTED =
            new ExpectedJourney(List.of(new ExpectedStage("one", Skip.NO, Repeat.NO, null)), List.of("plan"));

    @Test
    void theirTablesAreWrittenWhereTheMapAsks() {
        JourneyPlan triggers = plan(List.of(TRIGGER), Optional.empty(), Topic.TRIGGER);
        assertThat(triggers.historyTableNames()).containsExactly("trigger_summary", "triggers");
        assertThat(triggers.columns()).contains("channel", "value", "plan", "event");
        assertThat(triggers.conditions().conditions()).contains(TRIGGER.when(), TRIGGER.unless());

        JourneyPlan expected = plan(List.of(), Optional.of(EXPECTED), Topic.CONFORMANCE);
        assertThat(expected.historyTableNames()).containsExactly("conformance", "stage_times");
        assertThat(expected.columns()).contains("plan").doesNotContain("value", "channel");
    }

    @Test
    void nothingIsAskedWhereItDoesNot() {
        for (Topic topic : Set.of(Topic.TRIGGER, Topic.CONFORMANCE)) {
            JourneyPlan plan = plan(List.of(), Optional.empty(), topic);
            assertThat(plan.historyTableNames()).isEmpty();
            assertThat(plan.conditions().conditions()).isEmpty();
            assertThat(plan.columns()).containsExactlyInAnyOrderElementsOf(Set.of("event"));
        }
    }

    private static JourneyPlan plan(List<TriggerRules> triggers, Optional<ExpectedJourney> expected, Topic topic) {
        FeatureRules features = new FeatureRules(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                triggers,
                expected,
                Optional.empty(),
                Optional.empty());
        JourneyMap map = new JourneyMap(
                MAP.name(),
                MAP.zone(),
                MAP.input(),
                MAP.journey(),
                MAP.funnels(),
                MAP.retention(),
                MAP.churn(),
                MAP.quality(),
                features);
        return JourneyPlan.of(map, EnumSet.of(topic));
    }
}
