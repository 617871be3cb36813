package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Serves;
import io.parcours.attribution.AttributionRules.Transform;
import io.parcours.attribution.CostRules;
import io.parcours.channel.ChannelRules;
import io.parcours.channel.ChannelRules.Kind;
import io.parcours.condition.ConditionColumns;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.friction.FrictionRules;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.ingest.CustomerRules;
import io.parcours.inventory.InventoryRules;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.segment.CustomerColumns;
import io.parcours.segment.SegmentRules;
import io.parcours.segment.SegmentRules.Segment;
import io.parcours.survey.SurveyRules;
import io.parcours.survey.SurveyRules.Period;
import io.parcours.survey.SurveyRules.Rule;
import io.parcours.trigger.TriggerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked only where the map has the key for it. */
class FeaturesReaderTest {
    private static final String SHOP = "name: s\ninput: {dimensions: [platform]}\nstages: [{name: look, events: view}, "
            + "{name: buy, events: [buy, pay]}]\n";

    @Test
    void a_map_without_the_keys_asks_none_of_it() {
        JourneyMap map = read("");

        assertThat(map.features()).isEqualTo(FeatureRules.NONE);
        assertThat(map.dimensions()).containsExactly("platform");
        assertThat(map.breakdowns()).containsExactly("platform");
        assertThat(MapKeys.MAP.keys())
                .filteredOn(key -> !map.effective().matches("(?s)(.*\n)?" + key + ":.*"))
                .containsExactly(
                        "customers",
                        "funnels",
                        "inventory",
                        "channels",
                        "handover_window",
                        "channel_breakdown",
                        "surveys",
                        "themes",
                        "friction",
                        "attribution",
                        "costs",
                        "triggers",
                        "expected",
                        "segments",
                        "segment_match",
                        "tables");
    }

    @Test
    void as_few_words_as_it_takes_have_the_defaults_of_the_rules() {
        FeatureRules features =
                JourneyMapReader.read(ExampleMaps.EVERYTHING, "m.yaml").features();

        assertThat(features.inventory()).contains(new InventoryRules(List.of()));
        assertThat(features.channels()).contains(new ChannelRules(Map.of(), Duration.ofDays(7), List.of()));
        assertThat(features.satisfaction())
                .contains(new SatisfactionRules(
                        List.of(new SurveyRules(
                                "nps_answer",
                                TouchpointCondition.ofEvents("nps_answer"),
                                "value",
                                0,
                                10,
                                Rule.NPS,
                                Duration.ofDays(7),
                                null,
                                Period.MONTH,
                                List.of())),
                        Map.of()));
        assertThat(features.friction()).contains(FrictionRules.DEFAULT);
        assertThat(features.attribution())
                .contains(withCosts(
                        AttributionRules.DEFAULT,
                        new CostRules(null, Map.of("channel", "channel", "period", "period", "cost", "cost"))));
        assertThat(features.triggers())
                .containsExactly(new TriggerRules(
                        "t",
                        TouchpointCondition.ofEvents("a"),
                        null,
                        Duration.ofHours(1),
                        "call",
                        Duration.ZERO,
                        List.of()));
        assertThat(features.expected())
                .contains(new ExpectedJourney(List.of(new ExpectedStage("s", Skip.NO, Repeat.NO, null)), List.of()));
        assertThat(features.customers())
                .contains(new CustomerRules(null, Map.of("customer_id", "customer_id"), List.of("plan")));
        assertThat(features.segments()).map(SegmentRules::match).contains(SegmentRules.Match.FIRST);
    }

    @Test
    void channels_and_touchpoints_are_read() {
        JourneyMap map = full();

        assertThat(map.features().inventory()).contains(new InventoryRules(List.of("platform", "segment")));
        ChannelRules channels = map.features().channels().orElseThrow();
        assertThat(channels.kinds())
                .containsExactly(
                        entry("store", Kind.OFFLINE), entry("web", Kind.ONLINE), entry("call: centre", Kind.OFFLINE));
        assertThat(channels.handoverWindow()).isEqualTo(Duration.ofDays(3));
        assertThat(channels.breakdown()).containsExactly("segment");
    }

    @Test
    void surveys_and_themes_are_read() {
        SatisfactionRules rules = full().features().satisfaction().orElseThrow();

        assertThat(rules.surveys())
                .containsExactly(
                        new SurveyRules(
                                "nps",
                                new TouchpointCondition(
                                        List.of("nps_answer"),
                                        List.of("mail"),
                                        null,
                                        Where.parse("value is not null", ConditionColumns.ofTouchpoints(List.of()))),
                                "value",
                                0,
                                10,
                                Rule.NPS,
                                Duration.ofDays(1),
                                "comment",
                                Period.WEEK,
                                List.of("channel", "segment")),
                        new SurveyRules(
                                "rating",
                                TouchpointCondition.ofEvents("rating", "stars"),
                                "score",
                                1,
                                5,
                                Rule.CSAT,
                                null,
                                null,
                                Period.MONTH,
                                List.of()));
        assertThat(rules.themes())
                .containsExactly(
                        entry("delivery", List.of("delivery", "livraison")),
                        entry("price, value", List.of("price", "prix élevé")));
    }

    @Test
    void one_survey_alone_is_the_same_as_a_list_of_it() {
        assertThat(read("surveys: {name: n, events: x, rule: ces, scale: [1, 7]}\n"))
                .isEqualTo(read("surveys: [{name: n, events: x, rule: ces, scale: [1, 7]}]\n"));
    }

    @Test
    void friction_is_read() {
        FrictionRules rules = full().features().friction().orElseThrow();

        assertThat(rules.contacts().events()).containsExactly("support_chat");
        assertThat(rules.contacts().where().text()).isEqualTo("plan = 'gold'");
        assertThat(rules)
                .isEqualTo(new FrictionRules(
                        rules.contacts(),
                        "platform",
                        Duration.ofDays(14),
                        4,
                        Duration.ofSeconds(30),
                        Duration.ofHours(48)));
    }

    @Test
    void attribution_and_costs_are_read() {
        assertThat(full().features().attribution())
                .contains(new AttributionRules(
                        List.of("event", "channel", "segment", "plan"),
                        new TouchpointCondition(List.of(), List.of("web", "mail"), null, null),
                        List.of(Model.SHAPLEY, Model.LINEAR),
                        null,
                        Transform.FIRST_OCCURRENCES,
                        Serves.NEXT_CONVERSION,
                        0.5,
                        0.25,
                        Duration.ofDays(3),
                        3,
                        0,
                        7,
                        new CostRules("costs.csv", Map.of("channel", "medium", "period", "month", "cost", "eur"))));
    }

    @Test
    void triggers_are_read() {
        List<TriggerRules> triggers = full().features().triggers();

        assertThat(triggers).hasSize(2);
        TriggerRules cart = triggers.get(0);
        assertThat(cart.when().events()).containsExactly("add_to_cart");
        assertThat(cart.when().where().text()).isEqualTo("plan <> 'staff'");
        assertThat(cart)
                .isEqualTo(new TriggerRules(
                        "abandoned_cart",
                        cart.when(),
                        TouchpointCondition.ofStage("purchase"),
                        Duration.ofHours(24),
                        "reminder_email",
                        Duration.ofDays(7),
                        List.of("segment", "channel")));
        assertThat(triggers.get(1).action()).isEqualTo("say: hello");
        assertThat(triggers.get(1).cooldown()).isZero();
        assertThat(triggers.get(1).unlessIfAny()).isEmpty();
    }

    @Test
    void the_expected_journey_is_read() {
        assertThat(full().features().expected())
                .contains(new ExpectedJourney(
                        List.of(
                                new ExpectedStage("discovery", Skip.NO, Repeat.NO, null),
                                new ExpectedStage("purchase", Skip.YES, Repeat.YES, Duration.ofHours(4))),
                        List.of("plan")));
        assertThat(read("expected: [buy, {stage: look}]\n"))
                .isEqualTo(read("expected: {stages: [buy, {stage: look, skip: false, allowed: none}]}\n"));
    }

    @Test
    void customers_and_segments_are_read() {
        JourneyMap map = full();

        assertThat(map.features().customers())
                .contains(new CustomerRules(
                        "data/customers.csv",
                        Map.of("customer_id", "id", "plan", "Plan of year"),
                        List.of("plan", "since")));
        SegmentRules segments = map.features().segments().orElseThrow();
        assertThat(segments.match()).isEqualTo(SegmentRules.Match.ALL);
        ConditionColumns columns = CustomerColumns.of(map.dimensions());
        assertThat(segments.segments())
                .containsExactly(
                        new Segment("regular", Where.parse("journeys >= 3 and days_since_last <= 60", columns)),
                        new Segment("gold", Where.parse("plan = 'gold' or satisfaction > 0.8", columns)));
        assertThat(map.dimensions()).containsExactly("platform", "user_cohort", "score", "comment", "plan", "since");
        assertThat(map.breakdowns())
                .containsExactly("platform", "user_cohort", "score", "comment", "plan", "since", "segment");
    }

    @Test
    void every_breakdown_may_name_attributes_and_the_segment() {
        JourneyMap map = read("customers: {attributes: plan}\nsegments: [{name: g, where: sessions > 2}]\n"
                + "funnels: [{name: f, steps: [view], breakdown: [[channel, segment], plan], hold: plan}]\n"
                + "churn: {breakdown: [segment, plan]}\nretention: {breakdown: [channel, platform, plan, segment]}\n"
                + "channels: {}\nchannel_breakdown: [platform, plan, segment]\nattribution: {by: [segment]}\n"
                + "expected: {stages: [look], breakdown: [channel, plan, segment]}\n");

        assertThat(map.funnels().get(0).cuts().breakdowns())
                .containsExactly(FunnelBreakdown.of("channel", "segment"), FunnelBreakdown.of("plan"));
        assertThat(map.churn().curves().breakdown()).containsExactly("segment", "plan");
        assertThat(map.retention().breakdown()).containsExactly("channel", "platform", "plan", "segment");
        assertThat(map.features().channels().orElseThrow().breakdown()).containsExactly("platform", "plan", "segment");
        assertThat(map.features().expected().orElseThrow().breakdown()).containsExactly("channel", "plan", "segment");
    }

    @Test
    void conditions_of_touchpoints_know_attributes() {
        JourneyMap map = read("customers: {attributes: plan}\nfunnels: [{name: f, steps: [{where: plan = 'a'}]}]\n"
                + "conversion: {where: plan like 'b%' and platform is null}\n");

        assertThat(map.journey().conversion().columnNames()).containsExactlyInAnyOrder("plan", "platform");
    }

    @Test
    void the_events_of_a_map_are_those_of_its_features_too() {
        assertThat(MapSummary.events(read("surveys: {events: [e1]}\nfriction: {contacts: {events: e2}}\n"
                        + "attribution: {touches: {events: e3}}\n"
                        + "triggers: [{name: t, when: {events: e4}, unless: {events: e5}, within: 1d, action: a}]\n")))
                .contains("e1", "e2", "e3", "e4", "e5");
    }

    @Test
    void a_dimension_may_be_called_segment_where_there_are_none() {
        JourneyMap map = JourneyMapReader.read(
                "name: s\ninput: {dimensions: segment}\nfunnels: [{name: f, steps: [a], breakdown: segment}]\n", "m");

        assertThat(map.breakdowns()).containsExactly("segment");
    }

    @Test
    void every_feature_is_told_in_a_line() {
        assertThat(MapSummary.of(full()).stream()
                        .dropWhile(line -> !line.startsWith("retention"))
                        .takeWhile(line -> !line.startsWith("gate")))
                .containsExactly(
                        "retention   by weeks from a customer's first day; active in it or later, by segment",
                        "inventory   every touchpoint that there is, by platform, segment",
                        "channels    online web; offline store, call: centre; a handover within 3d, by segment",
                        "survey      nps: nps of value, 0 to 10, about what was up to 1d before, words from comment,"
                                + " per week, by channel, segment",
                        "survey      rating: csat of score, 1 to 5, about the journey, per month",
                        "themes      delivery, price, value",
                        "friction    loops, repeats, moves back; support_chat, where plan = 'gold' again within 14d with"
                                + " one platform; 4 alike within 30s; nothing for more than 2d",
                        "attribution to event, channel, segment, plan by shapley, linear; looks back to the beginning;"
                                + " no intervals",
                        "costs       from costs.csv: channel from medium, period from month, cost from eur",
                        "trigger     abandoned_cart: reminder_email where add_to_cart, where plan <> 'staff' and not"
                                + " stage purchase within 1d, at most every 7d, by segment, channel",
                        "trigger     welcome: say: hello where home within 1h",
                        "expected    discovery > purchase (may be skipped, may repeat, within 4h), by plan",
                        "customers   plan, since from data/customers.csv, joined by id",
                        "segments    regular, gold; all that hold");
        assertThat(MapSummary.of(JourneyMapReader.read(ExampleMaps.EVERYTHING, "m")))
                .contains(
                        "inventory   every touchpoint that there is",
                        "channels    a handover within 7d",
                        "friction    loops, repeats, moves back; 5 alike within 1m; nothing for ten times the usual",
                        "attribution to channel by first, last, linear, position, time_decay, markov, shapley; looks"
                                + " back 30d; intervals from 200 replicates",
                        "costs       from the command line's file: channel from channel, period from period, cost from cost",
                        "customers   plan, joined by customer_id",
                        "segments    g; the first that holds");
    }

    private static AttributionRules withCosts(AttributionRules rules, CostRules costs) {
        return new AttributionRules(
                rules.by(),
                rules.touches(),
                rules.models(),
                rules.lookback(),
                rules.transform(),
                rules.serves(),
                rules.firstShare(),
                rules.lastShare(),
                rules.halfLife(),
                rules.markovOrder(),
                rules.replicates(),
                rules.seed(),
                costs);
    }

    private static JourneyMap full() {
        return JourneyMapReader.read(MapResources.fullMap(), "m.yaml");
    }

    private static JourneyMap read(String further) {
        return JourneyMapReader.read(SHOP + further, "m.yaml");
    }
}
