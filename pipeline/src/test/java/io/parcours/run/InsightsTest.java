package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.friction.FrictionRules;
import io.parcours.journey.AsOf;
import io.parcours.journey.Drafts;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.table.TableContent;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InsightsTest {
    private static final JourneyMap WITHOUT = JourneyMapReader.read(
            "{name: any, stages: [{name: one, events: [A]}, {name: two, events: [B]}]}", "any.yaml");

    private static JourneyMap withFriction() {
        FeatureRules none = FeatureRules.NONE;
        FeatureRules features = new FeatureRules(
                none.inventory(),
                none.channels(),
                none.satisfaction(),
                Optional.of(FrictionRules.DEFAULT),
                none.attribution(),
                none.triggers(),
                none.expected(),
                none.customers(),
                none.segments());
        return new JourneyMap(
                WITHOUT.name(),
                WITHOUT.zone(),
                WITHOUT.input(),
                WITHOUT.journey(),
                WITHOUT.funnels(),
                WITHOUT.retention(),
                WITHOUT.churn(),
                WITHOUT.quality(),
                features);
    }

    @Test
    void pain_points_are_written_where_all_they_join_is_asked() {
        assertThat(JourneyPlan.of(withFriction()).historyTableNames()).contains("friction", "pain_points");
        assertThat(JourneyPlan.of(withFriction(), Set.of(Topic.FRICTION, Topic.FUNNEL))
                        .historyTableNames())
                .contains("friction", "pain_points");
        assertThat(JourneyPlan.of(withFriction(), Set.of(Topic.FRICTION)).historyTableNames())
                .containsExactly("friction");
        assertThat(JourneyPlan.of(withFriction(), Set.of(Topic.FUNNEL)).historyTableNames())
                .doesNotContain("friction", "pain_points");
        assertThat(JourneyPlan.of(WITHOUT).historyTableNames()).doesNotContain("friction", "pain_points");
    }

    @Test
    void conclusions_become_pain_points() {
        JourneyPlan plan = JourneyPlan.of(withFriction(), EnumSet.of(Topic.FRICTION, Topic.FUNNEL));
        AsOf asOf = Histories.asOfMinute(1_000_000);
        HistoryBuilder builder = new HistoryBuilder(plan.map().journey(), plan.conditions(), asOf);
        Tally tally = new Tally(plan.questions(), asOf);
        // The lifecycle funnel from A to B loses the second customer, who was last seen at C.
        tally.add(builder.build(Histories.touchpoints("1", "A A B")));
        tally.add(builder.build(Histories.touchpoints("2", "A C C")));
        List<TableContent<?>> tables = Insights.joined(
                plan.map(),
                plan.topics(),
                tally.conclude(plan.questions(), Drafts.NONE).tables());
        TableContent<?> pains = tables.get(tables.size() - 1);
        assertThat(pains.table().name()).isEqualTo("pain_points");
        assertThat(pains.rows()).hasSize(1);
        assertThat(pains.rows().get(0).toString()).contains("touchpoint=C", "dropOffs=1");
        assertThat(rows(tables, "friction")).hasSize(2);
        assertThat(tables).extracting(table -> table.table().name()).doesNotHaveDuplicates();
    }

    private static List<?> rows(List<TableContent<?>> tables, String name) {
        return tables.stream()
                .filter(table -> table.table().name().equals(name))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
