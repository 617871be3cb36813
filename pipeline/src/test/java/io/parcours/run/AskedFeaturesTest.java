package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.journey.AsOf;
import io.parcours.journey.Drafts;
import io.parcours.journey.TouchpointPacker;
import io.parcours.map.FeatureRules;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.touchpoint.Touchpoint;
import io.parcours.trigger.TriggerRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Triggers and the expected journey are asked where the map has them, and cost nothing where it has not. */
class AskedFeaturesTest {
    private static final long HOUR = 3_600_000_000L;
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

    private static JourneyPlan plan(List<TriggerRules> triggers, Optional<ExpectedJourney> expected, Topic... topics) {
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
        return JourneyPlan.of(map, Set.of(topics));
    }

    @Test
    void thePassWritesTheirRowsAndAnyPartsGiveTheSameReports(@TempDir Path folder) throws IOException {
        JourneyPlan plan = plan(List.of(TRIGGER), Optional.of(EXPECTED), Topic.TRIGGER, Topic.CONFORMANCE);
        AsOf asOf = AsOf.ofMicros(2 * HOUR, plan.map().zone());
        List<Touchpoint> log = new ArrayList<>();
        for (int customer = 0; customer < 30; customer++) {
            log.add(touchpoint(customer, 0, "a"));
            log.add(touchpoint(customer, HOUR / 2, "c"));
            log.add(touchpoint(customer, customer % 2 == 0 ? HOUR : 2 * HOUR, "d"));
        }
        String whole = reports(plan, asOf, log, 1, folder.resolve("one"));
        assertThat(whole)
                .contains("firing_count=30, customer_count=30, cancelled_count=15, due_count=15")
                .contains("deviation=(none), stage=null, journey_count=30");
        assertThat(reports(plan, asOf, log, 3, folder.resolve("three"))).isEqualTo(whole);
    }

    private static String reports(JourneyPlan plan, AsOf asOf, List<Touchpoint> log, int partitions, Path folder)
            throws IOException {
        List<List<byte[]>> blocks = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            blocks.add(new ArrayList<>());
        }
        TouchpointPacker packer = new TouchpointPacker(
                partitions, (partition, block) -> blocks.get(partition).add(block));
        log.forEach(packer::add);
        packer.finish();
        TreeMap<String, String> folders = new TreeMap<>();
        for (String table : plan.tableNames()) {
            folders.put(table, Files.createDirectories(folder.resolve(table)).toString());
        }
        String attempts = Files.createDirectories(folder.resolve("_attempts")).toString();
        StagedTables staged = new StagedTables(folders, attempts, HadoopSettings.of(new Configuration(false)));
        PassResult merged = new PassResult(
                new Tally(plan.questions(), asOf),
                plan.conditions().conditions().size());
        for (int part = 0; part < partitions; part++) {
            merged.merge(
                    new HistoryPass(plan, asOf, staged).over(blocks.get(part).iterator(), new Part(part, part)));
        }
        assertThat(merged.files().stream()
                        .filter(file -> file.table().equals("triggers"))
                        .mapToLong(PassResult.WrittenFile::rows)
                        .sum())
                .isEqualTo(30);
        return merged.tally().conclude(plan.questions(), Drafts.NONE).tables().stream()
                .map(content -> content.rows().toString())
                .collect(Collectors.joining("\n"));
    }

    private static Touchpoint touchpoint(int customer, long at, String event) {
        return new Touchpoint("c" + customer, at, event, event, "web", Double.NaN, List.of("plus"), "log");
    }
}
