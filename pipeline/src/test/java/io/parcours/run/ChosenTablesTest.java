package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.AsOf;
import io.parcours.journey.TouchpointPacker;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.map.KnownTables;
import io.parcours.map.MapException;
import io.parcours.map.TableChoice;
import io.parcours.map.TableChoice.Shape;
import io.parcours.table.ReportTable;
import io.parcours.table.TableColumn;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of a choice of tables: each has the rows that it has where all are written, and no other is there. */
class ChosenTablesTest {
    private static final long DAY = 86_400_000_000L;
    private static final int PARTS = 2;

    /** A map that asks for everything. */
    private static final JourneyMap MAP = JourneyMapReader.read("""
            name: any
            input: {dimensions: [platform, region], touchpoint_limit: 12}
            session_gap: 1h
            journey_gap: 4d
            stages: [{name: look, events: [A]}, {name: choose, events: [B]}, {name: buy, events: [C]}]
            funnels:
              - {name: f, steps: [A, B, C], window: 6d, breakdown: [channel, segment]}
              - {name: g, steps: [B, C], unit: journey, compare: {before: [1970-01-01, 1970-01-20], after: [1970-01-21, 1970-02-10]}}
            retention: {period: week, breakdown: [platform]}
            churn: {activity: {events: [B, C]}, inactive_after: 8d, lookback: 8d, calibrate_until: 1970-01-31, breakdown: [platform]}
            inventory: {breakdown: [platform]}
            channels: {c0: online, c1: offline}
            surveys: [{events: D, rule: csat, scale: [0, 5], text: region}]
            themes: {one: ['1']}
            friction: {contacts: {channels: [c2]}}
            attribution: {by: [channel, event], replicates: 3}
            triggers: [{name: t, when: {events: B}, unless: {events: C}, within: 1d, action: call, breakdown: [channel]}]
            expected: [look, choose, buy]
            segments: [{name: many, where: sessions > 4}, {name: happy, where: satisfaction > 0.6}]
            """, "any.yaml");

    private static final AsOf AS_OF = AsOf.ofMicros(60 * DAY, MAP.zone());

    @TempDir
    private Path folder;

    private final List<Touchpoint> log = randomLog(new Random(3));
    private int passes;

    @Test
    void the_tables_that_can_be_chosen_are_those_that_are_written_by_the_keys_that_ask_for_them() {
        Set<String> all = JourneyPlan.of(MAP).tableNames();
        assertThat(KnownTables.names()).containsExactlyInAnyOrderElementsOf(all);
        Set<String> named = new TreeSet<>(JourneyPlan.of(bare()).tableNames());
        for (Topic topic : Topic.values()) {
            topic.missingKey(bare())
                    .ifPresent(
                            key -> assertThat(JourneyPlan.of(MAP, Set.of(topic)).historyTableNames())
                                    .isNotEmpty()
                                    .allMatch(named::add)
                                    .allSatisfy(table -> assertThat(problem(table))
                                            .contains("no table " + table + " without the key " + key)));
        }
        assertThat(problem("pain_points")).contains("no table pain_points without the key friction");
        named.add("pain_points");
        assertThat(named).isEqualTo(all);
        assertThat(JourneyPlan.of(bare()).tableNames())
                .allSatisfy(table -> assertThat(problem(table)).isEmpty());
    }

    @Test
    void each_table_alone_has_the_rows_it_has_among_all() throws IOException {
        SortedMap<String, List<String>> all = passed(MAP);
        assertThat(all.keySet()).isEqualTo(JourneyPlan.of(MAP).historyTableNames());
        assertThat(all.keySet())
                .as("a table without rows would prove nothing")
                .filteredOn(table -> all.get(table).isEmpty())
                .isEmpty();
        for (String table : all.keySet()) {
            JourneyMap only = MAP.withTables(new TableChoice(Shape.ONLY, List.of(table)));
            assertThat(passed(only)).isEqualTo(Map.of(table, all.get(table)));
        }
    }

    @Test
    void tables_of_any_choice_have_the_rows_they_have_among_all() throws IOException {
        SortedMap<String, List<String>> all = passed(MAP);
        for (int seed = 0; seed < 16; seed++) {
            Random random = new Random(seed);
            List<String> named = all.keySet().stream()
                    .filter(table -> random.nextInt(4) == 0)
                    .toList();
            Shape shape = random.nextBoolean() ? Shape.ONLY : Shape.EXCEPT;
            SortedMap<String, List<String>> expected = new TreeMap<>(all);
            expected.keySet().removeIf(table -> named.contains(table) == (shape == Shape.EXCEPT));
            assertThat(passed(MAP.withTables(new TableChoice(shape, named))))
                    .as("seed %d, %s %s", seed, shape, named)
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_no_chosen_table_follows_from_is_not_asked() {
        assertThat(topics("transitions")).containsExactly(Topic.PATH);
        assertThat(topics("survival")).containsExactlyInAnyOrder(Topic.FUNNEL, Topic.CHURN);
        assertThat(topics("pain_points")).containsExactlyInAnyOrder(Topic.FUNNEL, Topic.FRICTION, Topic.SATISFACTION);
        assertThat(topics("quality")).isEmpty();
        // The totals of the summary, the states of customers, and the one question that draws the curves.
        assertThat(plan("survival_tests").questions()).hasSize(3);
        assertThat(plan("transitions").questions()).hasSize(2);
        assertThat(plan("transitions").neededColumns()).doesNotContain("region");
    }

    private static Set<Topic> topics(String table) {
        return plan(table).topics();
    }

    private static JourneyPlan plan(String table) {
        return JourneyPlan.of(MAP.withTables(new TableChoice(Shape.ONLY, List.of(table))));
    }

    private static JourneyMap bare() {
        return JourneyMapReader.read("{name: a, funnels: [{name: f, steps: [A]}]}", "a.yaml");
    }

    /** What a map that asks nothing by a key of its own is told when it names this table. */
    private static String problem(String table) {
        try {
            JourneyMapReader.read("{name: a, funnels: [{name: f, steps: [A]}], tables: [" + table + "]}", "a.yaml");
            return "";
        } catch (MapException refused) {
            return refused.getMessage();
        }
    }

    /** All tables of histories that a pass with this map leaves, and nothing besides. */
    private SortedMap<String, List<String>> passed(JourneyMap map) throws IOException {
        Path output = folder.resolve("pass" + passes++);
        JourneyPlan plan = JourneyPlan.of(map);
        StagedTables staged = staged(plan, output);
        AnalysisRequest request =
                new AnalysisRequest(map, "any.yaml", "out", null, EnumSet.allOf(Topic.class), Instant.EPOCH);
        AnalysisRecord record = new AnalysisRecord(request, plan, AS_OF, new RunTimer(), Optional.empty());
        PassOutput results =
                new PassOutput(plan, staged, new LocalWorkers(2, RunProgress.SILENT), record, RunProgress.SILENT);
        List<List<byte[]>> blocks = packed(log);
        for (int number = 0; number < PARTS; number++) {
            results.take(
                    new HistoryPass(plan, AS_OF, staged).over(blocks.get(number).iterator(), new Part(number, number)));
        }
        results.complete(results.conclude());
        results.writeReports(record.concluded());
        assertThat(names(output.resolve("_attempts")))
                .allMatch(file -> file.startsWith("churn_leaving_draft")
                        || file.startsWith("churn_customers_draft")
                                && map.tables().contains("churn_customers"));
        SortedMap<String, List<String>> rows = new TreeMap<>();
        for (String table : names(output)) {
            if (!table.equals("_attempts")) {
                rows.put(table, new ArrayList<>());
                for (String file : names(output.resolve(table))) {
                    rows.get(table).addAll(read(output.resolve(table).resolve(file)));
                }
            }
        }
        assertThat(record.tableRows().keySet()).isEqualTo(rows.keySet());
        return rows;
    }

    private static StagedTables staged(JourneyPlan plan, Path output) throws IOException {
        TreeMap<String, String> folders = new TreeMap<>();
        for (ReportTable<?> table : plan.historyTables()) {
            folders.put(
                    table.name(),
                    Files.createDirectories(output.resolve(table.name())).toString());
        }
        String attempts = Files.createDirectories(output.resolve("_attempts")).toString();
        return new StagedTables(folders, attempts, HadoopSettings.of(new Configuration(false)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> read(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            List<String> columns =
                    reader.columns().stream().map(TableColumn::name).toList();
            for (Iterator<TableRow> all = reader.rows(columns); all.hasNext(); ) {
                TableRow row = all.next();
                rows.add(columns.stream()
                        .map(column -> column + "=" + row.value(columns.indexOf(column)))
                        .collect(Collectors.joining(" ")));
            }
        }
        return rows;
    }

    private static List<List<byte[]>> packed(List<Touchpoint> log) {
        List<List<byte[]>> blocks = List.of(new ArrayList<>(), new ArrayList<>());
        TouchpointPacker packer = new TouchpointPacker(
                PARTS, (partition, block) -> blocks.get(partition).add(block));
        log.forEach(packer::add);
        packer.finish();
        return blocks;
    }

    private static List<Touchpoint> randomLog(Random random) {
        List<Touchpoint> log = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            int customer = random.nextInt(250);
            int event = Math.min(3, random.nextInt(3) + random.nextInt(2));
            log.add(new Touchpoint(
                    "c" + customer,
                    (long) (random.nextDouble() * (customer % 3 == 0 ? 25 : 58) * DAY),
                    "id" + i,
                    String.valueOf((char) ('A' + event)),
                    "c" + random.nextInt(3),
                    event == 3 ? random.nextInt(6) : random.nextInt(3) == 0 ? Double.NaN : random.nextInt(100),
                    Arrays.asList("p" + customer % 2, random.nextInt(3) == 0 ? null : "word " + random.nextInt(3)),
                    "file"));
        }
        return log;
    }
}
