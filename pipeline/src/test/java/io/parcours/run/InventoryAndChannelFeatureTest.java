package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.channel.ChannelRules;
import io.parcours.channel.ChannelRules.Kind;
import io.parcours.condition.TouchpointCondition;
import io.parcours.inventory.InventoryRules;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.survey.SurveyRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InventoryAndChannelFeatureTest {
    private static final Set<Topic> TOPICS = Set.of(Topic.INVENTORY, Topic.CHANNEL);

    private static JourneyMap map(Optional<InventoryRules> inventory, Optional<ChannelRules> channels) {
        JourneyMap map = JourneyMapReader.read(
                "{name: any, stages: [{name: one, events: [a]}], input: {dimensions: [platform, score, other]}}",
                "any");
        SurveyRules survey = new SurveyRules(
                "nps",
                TouchpointCondition.ofEvents("nps"),
                "score",
                0,
                10,
                SurveyRules.Rule.NPS,
                SurveyRules.DEFAULT_ABOUT,
                null,
                SurveyRules.Period.MONTH,
                List.of());
        FeatureRules none = FeatureRules.NONE;
        FeatureRules features = new FeatureRules(
                inventory,
                channels,
                Optional.of(new SatisfactionRules(List.of(survey), Map.of())),
                none.friction(),
                none.attribution(),
                none.triggers(),
                none.expected(),
                none.customers(),
                none.segments());
        return new JourneyMap(
                map.name(),
                map.zone(),
                map.input(),
                map.journey(),
                map.funnels(),
                map.retention(),
                map.churn(),
                map.quality(),
                features);
    }

    @Test
    void a_map_without_the_keys_asks_and_writes_nothing() {
        JourneyPlan plan = JourneyPlan.of(map(Optional.empty(), Optional.empty()), TOPICS);

        assertThat(plan.historyTableNames()).isEmpty();
        // Surveys are asked anyway: they say which values are scores.
        assertThat(plan.conditions().conditions()).containsExactly(TouchpointCondition.ofEvents("nps"));
    }

    @Test
    void each_key_has_its_tables_and_names_what_they_look_at() {
        JourneyPlan inventory =
                JourneyPlan.of(map(Optional.of(new InventoryRules(List.of("platform"))), Optional.empty()), TOPICS);
        assertThat(inventory.historyTableNames()).containsExactly("touchpoint_inventory");
        assertThat(inventory.columns())
                .containsExactlyInAnyOrder("channel", "value", "platform", "score", "event", "stage");

        ChannelRules rules = new ChannelRules(Map.of("web", Kind.ONLINE), Duration.ofDays(7), List.of());
        JourneyPlan channels = JourneyPlan.of(map(Optional.empty(), Optional.of(rules)), TOPICS);
        assertThat(channels.historyTableNames()).containsExactly("channel_mix", "channel_switches");
        assertThat(channels.columns()).containsExactlyInAnyOrder("channel", "value", "score", "event", "stage");
    }
}
