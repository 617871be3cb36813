package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.parcours.churn.BuyingRules;
import io.parcours.churn.ChurnRules;
import io.parcours.churn.ChurnSignal;
import io.parcours.churn.CurveRules;
import io.parcours.churn.RetentionRules;
import io.parcours.churn.SignalRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.ChainRules;
import io.parcours.funnel.FunnelAttribution;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelComparison;
import io.parcours.funnel.FunnelCuts;
import io.parcours.funnel.FunnelExclusion;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.TimestampFormat;
import io.parcours.quality.QualityRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JourneyMapReaderTest {
    private static final String FUNNEL = "funnels: [{name: f, steps: [a]}]\n";

    @Test
    void everyKeyHasTheDefaultOfTheContract() {
        JourneyMap map = JourneyMapReader.read(ExampleMaps.SMALL, "m.yaml");

        assertThat(map.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(map.input().columns())
                .isEqualTo(Map.of("customer_id", "customer_id", "occurred_at", "occurred_at", "event", "event"));
        assertThat(map.input().dimensions()).isEmpty();
        assertThat(map.input().timestampFormat()).isEqualTo(TimestampFormat.ISO);
        assertThat(map.input().csv()).isEqualTo(new CsvRules(',', true, "UTF-8", '.'));
        assertThat(map.input().firstDay()).isNull();
        assertThat(map.input().where()).isNull();
        assertThat(map.input().duplicates()).isEqualTo(InputRules.Duplicates.DROP);
        assertThat(map.journey().sessionGap()).isEqualTo(Duration.ofMinutes(30));
        assertThat(map.journey().journeyGap()).isEqualTo(Duration.ofDays(90));
        assertThat(map.journey().touchpointLimit()).isEqualTo(1_000_000);
        assertThat(map.journey().conversion()).isEqualTo(TouchpointCondition.ofEvents("purchase"));
        assertThat(map.funnels())
                .containsExactly(FunnelRules.of("buy", List.of(step("view"), step("cart"), step("purchase"))));
        assertThat(map.retention())
                .isEqualTo(new RetentionRules(
                        RetentionRules.Period.MONTH, RetentionRules.Mode.CALENDAR, RetentionRules.Count.ON));
        assertThat(map.churn())
                .isEqualTo(new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(90)));
        assertThat(map.quality()).isEqualTo(new QualityRules(0.01));
    }

    @Test
    void everyKeyIsRead() {
        JourneyMap map = JourneyMapReader.read(MapResources.fullMap(), "m.yaml");

        assertThat(map.name()).isEqualTo("online-shop");
        assertThat(map.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(map.input().zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(map.input().columns())
                .isEqualTo(Map.of(
                        "customer_id",
                        "user_id",
                        "occurred_at",
                        "timestamp",
                        "event",
                        "event",
                        "channel",
                        "acquisition_channel",
                        "value",
                        "amount",
                        "event_id",
                        "id",
                        "user_cohort",
                        "cohort"));
        assertThat(map.input().dimensions()).containsExactly("platform", "user_cohort", "score", "comment");
        assertThat(map.input().timestampFormat()).isEqualTo(TimestampFormat.ofPattern("dd/MM/yyyy HH:mm:ss"));
        assertThat(map.input().csv()).isEqualTo(new CsvRules(';', true, "ISO-8859-1", ','));
        assertThat(map.input().firstDay()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(map.input().lastDay()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(map.input().where().text()).isEqualTo("not (event like 'bot%')");
        assertThat(map.input().duplicates()).isEqualTo(InputRules.Duplicates.KEEP);
        assertThat(map.journey().touchpointLimit()).isEqualTo(50_000);
        assertThat(map.journey().sessionGap()).isEqualTo(Duration.ofMinutes(45));
        assertThat(map.journey().journeyGap()).isEqualTo(Duration.ofDays(60));
        assertThat(map.journey().stages()).hasSize(3);
        assertThat(map.journey().stages().get(1).condition())
                .isEqualTo(
                        new TouchpointCondition(List.of("catalog", "product_view"), List.of("web", "app"), null, null));
        assertThat(map.journey().conversion().stage()).isEqualTo("purchase");
        assertThat(map.journey().conversion().where().text()).isEqualTo("value >= 10");
        assertThat(map.retention())
                .isEqualTo(new RetentionRules(
                        RetentionRules.Period.WEEK,
                        RetentionRules.Mode.ROLLING,
                        RetentionRules.Count.ON_OR_AFTER,
                        List.of("segment")));
        assertThat(map.churn())
                .isEqualTo(new ChurnRules(
                        TouchpointCondition.ofEvents("purchase"),
                        Duration.ofDays(1),
                        Duration.ofDays(30),
                        new BuyingRules(
                                BuyingRules.Model.MBG_NBD, Duration.ofDays(60), LocalDate.of(2024, 6, 30), 0.2, 0.6),
                        new CurveRules(TouchpointCondition.ofEvents("cancel"), List.of("channel", "platform")),
                        new SignalRules(
                                Duration.ofDays(14),
                                List.of(new ChurnSignal(
                                        "bad_chat",
                                        new TouchpointCondition(
                                                List.of("support_chat"),
                                                List.of("web"),
                                                null,
                                                map.churn()
                                                        .signals()
                                                        .signals()
                                                        .get(0)
                                                        .condition()
                                                        .where()))))));
        assertThat(map.quality()).isEqualTo(new QualityRules(0.05));
    }

    @Test
    void aFunnelIsReadWithItsStepsInOrder() {
        FunnelRules funnel = JourneyMapReader.read(MapResources.fullMap(), "m.yaml")
                .funnels()
                .get(0);

        assertThat(funnel.name()).isEqualTo("checkout");
        assertThat(funnel.steps())
                .extracting(FunnelStep::name)
                .containsExactly("product_view", "cart", "product_view 2", "purchase");
        assertThat(funnel.steps().get(1).condition()).isEqualTo(TouchpointCondition.ofEvents("add_to_cart", "cart"));
        assertThat(funnel.steps().get(3).condition().channels()).containsExactly("web");
        assertThat(funnel.steps().get(3).condition().stage()).isEqualTo("purchase");
        assertThat(funnel.steps().get(3).condition().where().text()).isEqualTo("value >= 100");
        assertThat(funnel.steps()).extracting(FunnelStep::isOptional).containsExactly(false, true, false, false);
        assertThat(funnel.steps()).extracting(FunnelStep::isFirstEver).containsExactly(false, false, false, true);
        assertThat(funnel.steps())
                .extracting(FunnelStep::within)
                .containsExactly(null, Duration.ofHours(2), null, null);
        assertThat(funnel.unit()).isEqualTo(FunnelRules.Unit.SESSION);
    }

    @Test
    void everyRuleOfChainsIsRead() {
        ChainRules chains = JourneyMapReader.read(MapResources.fullMap(), "m.yaml")
                .funnels()
                .get(0)
                .chains();

        assertThat(chains.order()).isEqualTo(ChainRules.Order.STRICT);
        assertThat(chains.window()).isEqualTo(Duration.ofDays(14));
        assertThat(chains.entry()).isEqualTo(ChainRules.Entry.EVERY);
        assertThat(chains.ties()).isEqualTo(ChainRules.Ties.STRICT);
        assertThat(chains.hold()).containsExactly("platform");
        assertThat(chains.exclusions()).hasSize(2);
        assertThat(chains.exclusions().get(0))
                .isEqualTo(new FunnelExclusion(
                        TouchpointCondition.ofEvents("support_chat"), 1, 4, FunnelExclusion.Scope.UNIT));
        FunnelExclusion everywhere = chains.exclusions().get(1);
        assertThat(everywhere.isInEveryGap()).isTrue();
        assertThat(everywhere.scope()).isEqualTo(FunnelExclusion.Scope.ATTEMPT);
        assertThat(everywhere.condition().channels()).containsExactly("store");
        assertThat(everywhere.condition().stage()).isEqualTo("discovery");
        assertThat(everywhere.condition().where().text()).isEqualTo("value is null");
    }

    @Test
    void everyCutIsRead() {
        JourneyMap map = JourneyMapReader.read(MapResources.fullMap(), "m.yaml");

        assertThat(map.funnels().get(0).cuts())
                .isEqualTo(new FunnelCuts(
                        List.of(
                                FunnelBreakdown.of("channel"),
                                FunnelBreakdown.of("platform"),
                                FunnelBreakdown.of("channel", "platform")),
                        FunnelAttribution.ofStep(3),
                        FunnelCuts.CohortPeriod.WEEK,
                        new FunnelComparison(
                                period("2024-03-01", "2024-03-31"),
                                period("2024-04-01", "2024-04-30"),
                                FunnelBreakdown.of("platform")),
                        Duration.ofMinutes(10)));
    }

    @Test
    void aStepHasTheSameAttributionByItsNumberAsByItsName() {
        assertThat(attribution("{step: 2}")).isEqualTo(attribution("{step: b}")).isEqualTo(FunnelAttribution.ofStep(2));
        assertThat(attribution("{step: '2'}")).as("a quoted number is a name").isEqualTo(FunnelAttribution.ofStep(3));
        assertThat(attribution("first_touch")).isEqualTo(FunnelAttribution.FIRST_TOUCH);
        assertThat(attribution("last_touch")).isEqualTo(FunnelAttribution.LAST_TOUCH);
        assertThat(attribution("all_steps")).isEqualTo(FunnelAttribution.ALL_STEPS);
    }

    @Test
    void aRuleThatIsWrittenAsItsDefaultIsRefusedNowhere() {
        assertThat(JourneyMapReader.read(
                                "name: s\nfunnels:\n  - name: f\n    order: unordered\n    entry: best\n    ties: together\n"
                                        + "    attribution: first_touch\n    steps:\n"
                                        + "      - {channels: web, within: none, optional: false, first_ever: false}\n",
                                "m.yaml")
                        .funnels())
                .containsExactly(FunnelRules.of(
                                "f",
                                List.of(new FunnelStep(
                                        "web", new TouchpointCondition(List.of(), List.of("web"), null, null))))
                        .withChains(ChainRules.DEFAULT.withOrder(ChainRules.Order.UNORDERED)));
    }

    @Test
    void theEventsOfAMapAreThoseOfExclusionsToo() {
        JourneyMap map = JourneyMapReader.read(
                "name: s\nfunnels: [{name: f, steps: [a, b], exclude: [{events: [x, a]}]}]\n", "m.yaml");

        assertThat(MapSummary.events(map)).containsExactly("a", "b", "x");
    }

    @Test
    void unnamedStepsAreNamedAfterWhatTheyAskFor() {
        JourneyMap map = JourneyMapReader.read(
                "name: s\nstages: [{name: late, events: z}]\nfunnels:\n  - name: f\n    steps:\n      - a\n"
                        + "      - {events: [a, b]}\n      - a\n      - {name: a 2, events: c}\n      - {stage: late}\n"
                        + "      - {channels: [web, app]}\n      - {where: value > 1}\n      - a\n",
                "m.yaml");

        assertThat(map.funnels().get(0).steps())
                .extracting(FunnelStep::name)
                .containsExactly("a", "a|b", "a 3", "a 2", "late", "web|app", "value > 1", "a 4");
    }

    @Test
    void theFunnelOverTheStagesComesLastAndItsLastStageConvertsByDefault() {
        JourneyMap map = JourneyMapReader.read(ExampleMaps.STAGES_ONLY, "m.yaml");

        assertThat(map.ownFunnels()).isEmpty();
        assertThat(map.funnels())
                .containsExactly(FunnelRules.of(
                                "lifecycle",
                                List.of(
                                        new FunnelStep("arrive", TouchpointCondition.ofStage("arrive")),
                                        new FunnelStep("leave", TouchpointCondition.ofStage("leave"))))
                        .withCuts(FunnelCuts.DEFAULT.withBreakdowns(List.of(FunnelBreakdown.of("channel")))));
        assertThat(map.journey().conversion()).isEqualTo(TouchpointCondition.ofStage("leave"));
        assertThat(JourneyMapReader.read(ExampleMaps.STAGES_ONLY + FUNNEL, "m.yaml")
                        .journey()
                        .conversion())
                .isEqualTo(TouchpointCondition.ofEvents("a"));
    }

    @Test
    void aFunnelMayBeNamedLifecycleWhereThereAreNoStages() {
        JourneyMap map = JourneyMapReader.read("name: s\nfunnels: [{name: lifecycle, steps: [a]}]\n", "m.yaml");

        assertThat(map.ownFunnels()).extracting(FunnelRules::name).containsExactly("lifecycle");
    }

    @Test
    void theConditionsAreThoseOfStepsConversionAndActivityEachOnce() {
        JourneyMap map = JourneyMapReader.read(ExampleMaps.STAGES_ONLY + FUNNEL, "m.yaml");

        assertThat(map.conditions())
                .containsExactly(
                        TouchpointCondition.ofEvents("a"),
                        TouchpointCondition.ofStage("arrive"),
                        TouchpointCondition.ofStage("leave"),
                        TouchpointCondition.ANY);
    }

    @ParameterizedTest
    @MethodSource("io.parcours.map.ExampleMaps#all")
    void theEffectiveMapReadsBackToTheSameMap(String text) {
        JourneyMap map = JourneyMapReader.read(text, "m.yaml");
        JourneyMap again = JourneyMapReader.read(map.effective(), "effective.yaml");

        assertThat(again).isEqualTo(map);
        assertThat(again.effective()).isEqualTo(map.effective());
        assertThat(again.fingerprint()).isEqualTo(map.fingerprint()).matches("[0-9a-f]{64}");
    }

    @Test
    void theEffectiveMapSpellsEveryDefaultOut() {
        assertThat(JourneyMapReader.read("# c\nfunnels: [{steps: [a], name: f}]\nname: s", "m.yaml")
                        .effective())
                .isEqualTo("""
                        name: "s"
                        timezone: "UTC"
                        input:
                          columns: {customer_id: "customer_id", occurred_at: "occurred_at", event: "event"}
                          timestamp_format: "iso"
                          csv: {delimiter: ",", header: true, charset: "UTF-8", decimal: "."}
                          duplicates: drop
                          touchpoint_limit: 1000000
                        session_gap: 30m
                        journey_gap: 90d
                        conversion: {events: ["a"]}
                        funnels:
                          - name: "f"
                            steps:
                              - {name: "a", events: ["a"], optional: false, within: none, first_ever: false}
                            order: ordered
                            window: none
                            unit: customer
                            entry: best
                            ties: together
                            attribution: first_touch
                            entry_cohort: day
                            undecided_after: 30m
                        retention: {period: month, mode: calendar, count: on}
                        churn:
                          period: 7d
                          inactive_after: 90d
                          model: bg_nbd
                          horizon: 90d
                          risk: {medium: 0.25, high: 0.5}
                          lookback: 30d
                        quality: {max_rejected_share: 0.01}
                        """);
    }

    @Test
    void theRulesThatTheStarterMapShowsInCommentsAreSound() {
        String text = StarterMap.example().replaceAll("(?m)^    # (order|exclude):", "    $1:");
        ChainRules chains =
                JourneyMapReader.read(text, "starter.yaml").funnels().get(0).chains();

        assertThat(chains.order()).isEqualTo(ChainRules.Order.STRICT);
        assertThat(chains.exclusions())
                .containsExactly(new FunnelExclusion(
                        TouchpointCondition.ofEvents("support_chat"), 2, 3, FunnelExclusion.Scope.ATTEMPT));
    }

    @Test
    void oneEventIsTheSameAsAListOfIt() {
        assertThat(JourneyMapReader.read("name: s\nstages: [{name: x, events: a}]", "m.yaml"))
                .isEqualTo(JourneyMapReader.read("name: s\nstages: [{name: x, events: [a]}]", "m.yaml"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheMap(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), "\uFEFF" + ExampleMaps.SMALL);

        assertThat(JourneyMapReader.read(file).name()).isEqualTo("shop");
    }

    @Test
    void aFileThatCannotBeReadAsAMapIsOneProblem(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("none.yaml");
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "# nothing\n");
        Path latin = Files.write(folder.resolve("latin.yaml"), "name: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(folder.resolve("large.yaml"), new byte[100_000_000]);

        assertThat(problems(missing)).containsExactly(missing + ": there is no such file");
        assertThat(problems(empty)).containsExactly(empty + ": is empty; a map needs a name, and stages or funnels");
        assertThat(problems(latin)).containsExactly(latin + ": is not written in UTF-8");
        assertThat(problems(large)).containsExactly(large + ": is larger than a map may be (1 MiB); is it the log?");
        assertThat(problems(folder)).hasSize(1);
    }

    private static List<String> problems(Path file) {
        MapException wrong = catchThrowableOfType(MapException.class, () -> JourneyMapReader.read(file));
        return wrong.problems().stream().map(MapProblem::toString).toList();
    }

    private static FunnelAttribution attribution(String written) {
        String map =
                "name: s\nfunnels: [{name: f, steps: [a, b, '2'], breakdown: channel, attribution: " + written + "}]";
        return JourneyMapReader.read(map, "m.yaml").funnels().get(0).cuts().attribution();
    }

    private static FunnelComparison.Period period(String first, String last) {
        return new FunnelComparison.Period(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static FunnelStep step(String event) {
        return new FunnelStep(event, TouchpointCondition.ofEvents(event));
    }
}
