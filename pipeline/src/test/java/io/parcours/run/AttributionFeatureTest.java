package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.AttributionRules.Model;
import io.parcours.condition.TouchpointCondition;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionFeatureTest {
    private static final EnumSet<Topic> TOPIC = EnumSet.of(Topic.ATTRIBUTION);
    private static final JourneyMap MAP = JourneyMapReader.read(
            "{name: any, input: {dimensions: [platform, region]}, stages: [{name: one, events: [a]}]}", "any.yaml");

    @Test
    void a_map_without_the_key_asks_and_reads_nothing() {
        JourneyPlan plan = JourneyPlan.of(MAP, TOPIC);
        assertThat(plan.tableNames()).doesNotContain("attribution", "conversion_paths");
        assertThat(plan.columns())
                .isEqualTo(JourneyPlan.of(MAP, EnumSet.of(Topic.SEGMENT)).columns());
    }

    @Test
    void costs_out_of_time_are_told() {
        assertThat(RunWarnings.ofCosts(0)).isEmpty();
        assertThat(RunWarnings.ofCosts(1_200))
                .containsExactly("1,200 costs are of periods before the log's first touchpoint or after as_of and were"
                        + " left out");
        assertThat(RunWarnings.ofCosts(1))
                .containsExactly(
                        "1 cost is of a period before the log's first touchpoint or after as_of and was left out");
    }

    @Test
    void what_is_credited_is_read() {
        JourneyPlan plan = JourneyPlan.of(MAP.withAttribution(AttributionRules.DEFAULT), TOPIC);
        assertThat(plan.historyTableNames()).contains("attribution", "conversion_paths");
        assertThat(plan.columns()).contains("channel", "value").doesNotContain("platform");

        TouchpointCondition touches = TouchpointCondition.ofEvents("b");
        AttributionRules byRegion = new AttributionRules(
                List.of("event", "region"),
                touches,
                List.of(Model.FIRST),
                Duration.ofDays(1),
                AttributionRules.Transform.AS_IS,
                AttributionRules.Serves.NEXT_CONVERSION,
                0.4,
                0.4,
                Duration.ofDays(7),
                1,
                0,
                1,
                null);
        JourneyPlan other = JourneyPlan.of(MAP.withAttribution(byRegion), TOPIC);
        assertThat(other.columns()).contains("region", "value").doesNotContain("platform", "channel");
        assertThat(other.conditions().conditions())
                .contains(touches, MAP.journey().conversion());
    }
}
