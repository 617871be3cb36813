package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.Study;
import io.parcours.journey.TouchpointPacker;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.output.OutputException;
import io.parcours.survey.SurveyRules;
import io.parcours.table.TableColumn;
import io.parcours.table.TableContent;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The law of an analysis: map B asked of what a run with map A has written is a run with map B. */
class WrittenPassTest {
    private static final long DAY = 86_400_000_000L;
    private static final int PARTS = 2;
    private static final int LIMIT = 7;

    @TempDir
    private Path folder;

    private int runs;

    /**
     * What a pass left.
     *
     * @param rows the rows of all tables
     * @param parts the files of its touchpoints
     */
    private record Passed(Map<String, List<String>> rows, List<WrittenPart> parts, PassResult result) {}

    @Test
    void another_map_asked_of_written_touchpoints_gives_the_tables_of_a_run_with_it() throws IOException {
        int truncated = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            RandomMaps maps = new RandomMaps(random, LIMIT);
            List<Touchpoint> log = randomLog(random);
            JourneyPlan first = JourneyPlan.of(maps.next());
            JourneyMap other = maps.next();
            AsOf asOf = AsOf.ofMicros((20 + random.nextInt(20)) * DAY, other.zone());
            Passed run = run(first, asOf, log);
            Passed expected = run(JourneyPlan.of(other), asOf, log);

            JourneyPlan all = JourneyPlan.of(other);
            Passed analysed = analysis(all, asOf, run.parts());
            assertThat(analysed.rows()).as("seed %d", seed).isEqualTo(expected.rows());
            assertThat(analysed.result().conditionFailures())
                    .isEqualTo(expected.result().conditionFailures());
            truncated += (int) all.totals(analysed.result().tally()).truncatedCustomers();

            // The same without event ids and files read, and with only some questions.
            assertThat(analysis(all.withoutTouchpoints(), asOf, run.parts()).rows())
                    .as("seed %d", seed)
                    .isEqualTo(without(expected.rows(), "touchpoints"));
            Set<Topic> about = someTopics(random);
            JourneyPlan topics = JourneyPlan.of(other, about);
            JourneyPlan some = random.nextBoolean() ? topics : topics.withoutTouchpoints();
            Map<String, List<String>> asked = analysis(some, asOf, run.parts()).rows();
            assertThat(asked.keySet()).isEqualTo(some.historyTableNames());
            assertThat(without(expected.rows(), "survival"))
                    .as("seed %d", seed)
                    .containsAllEntriesOf(without(asked, "survival"));
            assertThat(asked.getOrDefault("survival", List.of()))
                    .as("seed %d", seed)
                    .isEqualTo(curvesOf(about, expected.rows().get("survival")));

            // What an analysis wrote can be analysed again, and leads back.
            assertThat(analysis(first, asOf, analysed.parts()).rows())
                    .as("seed %d", seed)
                    .isEqualTo(run.rows());
        }
        assertThat(truncated).isPositive();
    }

    @Test
    void a_plan_about_some_topics_asks_nothing_else() {
        JourneyMap map = new RandomMaps(new Random(4), LIMIT).plain();
        assertThat(JourneyPlan.of(map, Set.of(Topic.JOURNEY)).historyTableNames())
                .containsExactly("journeys", "sessions", "touchpoints");
        assertThat(JourneyPlan.of(map, Set.of(Topic.FUNNEL)).historyTableNames())
                .containsExactly(
                        "drop_off_drivers",
                        "drop_offs",
                        "funnel_changes",
                        "funnel_customers",
                        "funnel_steps",
                        "funnel_times",
                        "funnel_trend",
                        "survival");
        assertThat(JourneyPlan.of(map, Set.of(Topic.PATH)).historyTableNames()).containsExactly("paths", "transitions");
        assertThat(JourneyPlan.of(map, Set.of(Topic.CHURN)).historyTableNames())
                .containsExactly(
                        "churn_calibration",
                        "churn_customers",
                        "churn_drivers",
                        "churn_model",
                        "lifecycle_flow",
                        "survival",
                        "survival_tests");
        JourneyPlan retention = JourneyPlan.of(map, Set.of(Topic.RETENTION));
        assertThat(retention.historyTableNames()).containsExactly("retention_cohorts");
        // Surveys are asked whatever the topics are: they say which values are scores.
        assertThat(retention.conditions().conditions())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of(map.churn().activity()),
                                map.features().surveys().stream().map(SurveyRules::touchpoints))
                        .toList());
    }

    @Test
    void a_file_whose_customers_are_not_in_their_order_is_refused() throws IOException {
        JourneyPlan plan = JourneyPlan.of(new RandomMaps(new Random(5), LIMIT).plain());
        AsOf asOf = AsOf.ofMicros(40 * DAY, plan.map().zone());
        StagedTables staged = staged(plan, "disordered");
        HistoryAnswers answers = new HistoryAnswers(plan, asOf, staged);
        try (HistoryAnswers.Partition partition = answers.begin(new Part(0, 0))) {
            HistoryBuilder builder = new HistoryBuilder(
                    plan.map().journey(), plan.conditions(), plan.labeller(), plan.valueScores(), asOf);
            Stream.of("x", "y")
                    .sorted((one, other) -> Long.compareUnsigned(CustomerHash.of(other), CustomerHash.of(one)))
                    .forEach(id -> partition.take(builder.build(List.of(touchpoint(id, 1, "1", 0)))));
            partition.finish(builder.conditionFailures()).files().stream()
                    .filter(file -> !plan.draftNames().contains(file.table()))
                    .forEach(staged::accept);
        }
        WrittenPart part =
                new WrittenPart(0, file("disordered", "touchpoints", 0).toString(), null);
        assertThatThrownBy(() -> analysis(plan, asOf, List.of(part)))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("not in the order a run writes");
    }

    @Test
    void a_file_without_the_columns_of_the_maps_dimensions_is_refused() throws IOException {
        JourneyPlan plan = JourneyPlan.of(JourneyMapReader.read("{name: a, funnels: [{name: f, steps: [A]}]}", "a"));
        AsOf asOf = AsOf.ofMicros(40 * DAY, plan.map().zone());
        List<WrittenPart> written =
                run(plan, asOf, List.of(touchpoint("x", 1, "1", 0))).parts();
        JourneyPlan wider = JourneyPlan.of(new RandomMaps(new Random(5), LIMIT).plain());
        assertThatThrownBy(() -> analysis(wider, asOf, written))
                .isInstanceOf(OutputException.class)
                .hasMessage("a file of the table touchpoints lacks the column platform: use parcours run");
    }

    private Passed run(JourneyPlan plan, AsOf asOf, List<Touchpoint> log) throws IOException {
        String name = "pass" + runs++;
        StagedTables staged = staged(plan, name);
        List<List<byte[]>> blocks = packed(log, plan.map().attributeCount() > 0);
        PassResult merged = nothing(plan, asOf);
        for (int number = 0; number < PARTS; number++) {
            HistoryPass pass = new HistoryPass(plan, asOf, staged);
            PassResult result = pass.over(blocks.get(number).iterator(), new Part(number, number));
            merged.merge(result);
        }
        return passed(plan, name, merged);
    }

    private Passed analysis(JourneyPlan plan, AsOf asOf, List<WrittenPart> parts) throws IOException {
        String name = "pass" + runs++;
        StagedTables staged = staged(plan, name);
        PassResult merged = nothing(plan, asOf);
        WrittenPass pass = new WrittenPass(plan, asOf, staged, HadoopSettings.ofThisMachine());
        new LocalWorkers(2, RunProgress.SILENT).forEach(parts, pass, merged::merge);
        return passed(plan, name, merged);
    }

    private Passed passed(JourneyPlan plan, String name, PassResult result) throws IOException {
        Study.Conclusion conclusion = accept(plan, staged(plan, name), result);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : plan.rowTables().stream().map(table -> table.name()).toList()) {
            rows.put(table, new ArrayList<>());
            for (int number = 0; number < PARTS; number++) {
                Path file = file(name, table, number);
                if (Files.exists(file)) {
                    rows.get(table).addAll(read(file));
                }
            }
        }
        for (TableContent<?> report : conclusion.tables()) {
            rows.put(report.table().name(), written(report));
        }
        List<WrittenPart> parts = new ArrayList<>();
        for (int number = 0; number < PARTS; number++) {
            if (Files.exists(file(name, "touchpoints", number))) {
                parts.add(new WrittenPart(
                        number,
                        file(name, "touchpoints", number).toString(),
                        file(name, "journeys", number).toString()));
            }
        }
        return new Passed(new TreeMap<>(rows), parts, result);
    }

    /** Accepts what the pass wrote, and completes the drafts. */
    private static Study.Conclusion accept(JourneyPlan plan, StagedTables staged, PassResult result) {
        DraftFiles drafts = new DraftFiles(new LocalWorkers(2, RunProgress.SILENT), staged);
        for (PassResult.WrittenFile file : result.files()) {
            if (plan.draftNames().contains(file.table())) {
                drafts.take(file);
            } else {
                staged.accept(file);
            }
        }
        Study.Conclusion conclusion = result.tally().conclude(plan.questions(), drafts);
        conclusion.completed().forEach(table -> drafts.complete(table, staged::accept));
        return conclusion;
    }

    private static List<String> read(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            List<String> columns =
                    reader.columns().stream().map(TableColumn::name).toList();
            for (Iterator<TableRow> all = reader.rows(columns); all.hasNext(); ) {
                TableRow row = all.next();
                StringBuilder text = new StringBuilder();
                for (int column = 0; column < columns.size(); column++) {
                    Object value = row.value(column);
                    text.append(columns.get(column)).append(value == null ? " null" : "=<" + value + ">");
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }

    private static PassResult nothing(JourneyPlan plan, AsOf asOf) {
        return new PassResult(new Tally(plan.questions(), asOf), plan.conditionCount());
    }

    private StagedTables staged(JourneyPlan plan, String name) throws IOException {
        TreeMap<String, String> folders = new TreeMap<>();
        for (String table : plan.tableNames()) {
            folders.put(
                    table,
                    Files.createDirectories(folder.resolve(name).resolve(table)).toString());
        }
        String attempts = Files.createDirectories(folder.resolve(name).resolve("_attempts"))
                .toString();
        return new StagedTables(folders, attempts, HadoopSettings.of(new Configuration(false)));
    }

    private Path file(String name, String table, int number) {
        return folder.resolve(name).resolve(table).resolve(new Part(number, 0).fileName());
    }

    private static Map<String, List<String>> without(Map<String, List<String>> rows, String table) {
        Map<String, List<String>> rest = new TreeMap<>(rows);
        rest.remove(table);
        return rest;
    }

    /** The rows of the curves that these topics draw. */
    private static List<String> curvesOf(Set<Topic> topics, List<String> rows) {
        return rows.stream()
                .filter(row -> topics.stream().anyMatch(topic -> row.contains("curve=" + topic.label() + ":")))
                .toList();
    }

    private static Set<Topic> someTopics(Random random) {
        Set<Topic> topics = EnumSet.of(Topic.values()[random.nextInt(Topic.values().length)]);
        topics.add(Topic.values()[random.nextInt(Topic.values().length)]);
        return topics;
    }

    private static List<List<byte[]>> packed(List<Touchpoint> log, boolean hasCustomers) {
        List<List<byte[]>> blocks = new ArrayList<>();
        for (int partition = 0; partition < PARTS; partition++) {
            blocks.add(new ArrayList<>());
        }
        TouchpointPacker packer = new TouchpointPacker(
                PARTS, (partition, block) -> blocks.get(partition).add(block));
        log.forEach(packer::add);
        for (int i = 0; hasCustomers && i < 80; i++) {
            String plan = i % 3 == 0 ? null : i % 3 == 1 ? "pro" : "";
            packer.addAttributes("c" + i, Arrays.asList(plan, "202" + i % 7), "customers");
        }
        packer.finish();
        return blocks;
    }

    /** Ties, repeats, missing and odd values, some customers at and some over the limit. */
    private static List<Touchpoint> randomLog(Random random) {
        List<Touchpoint> log = new ArrayList<>();
        int size = random.nextInt(5) == 0 ? random.nextInt(3) : 300;
        for (int i = 0; i < size; i++) {
            String customer = random.nextInt(3) == 0 ? "c1" + random.nextInt(20) : "c" + random.nextInt(90);
            log.add(touchpoint(
                    customer,
                    random.nextInt(20) * DAY + random.nextInt(3) * 1_000_000L,
                    "id" + random.nextInt(300),
                    random.nextInt()));
        }
        return log;
    }

    private static Touchpoint touchpoint(String customer, long occurredAt, String id, int seed) {
        Random random = new Random(seed);
        String[] dimensions = {oneOf(random, null, "", "(none)", "p1"), oneOf(random, null, "1", "5", "x")};
        double value = new double[] {Double.NaN, -0.0, 0.0, 0.1, -3.75, 1e300, Double.MIN_VALUE}[random.nextInt(7)];
        return new Touchpoint(
                customer,
                occurredAt,
                random.nextInt(3) == 0 ? "~0123456789abcdef0123456789abcdef" + id : id,
                String.valueOf((char) ('A' + random.nextInt(4))),
                oneOf(random, null, "", "c0", "c1", "c2", "(none)"),
                value,
                Collections.unmodifiableList(Arrays.asList(dimensions)),
                "file" + random.nextInt(3));
    }

    private static String oneOf(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    /** Each row by what is written of it. */
    private static <R> List<String> written(TableContent<R> content) {
        return content.rows().stream()
                .map(row -> content.table().columns().stream()
                        .map(column -> column.name() + "=" + column.value().apply(row))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
