package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.output.OutputStore;
import io.parcours.output.Publication;
import io.parcours.output.RunId;
import io.parcours.run.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {
    private static final List<String> OF_RECORDS = List.of("quality", "quarantine");
    private static final List<String> OF_HISTORIES = List.of(
            "touchpoints",
            "sessions",
            "journeys",
            "funnel_steps",
            "funnel_customers",
            "drop_offs",
            "funnel_trend",
            "funnel_times",
            "survival",
            "drop_off_drivers",
            "funnel_changes",
            "transitions",
            "paths",
            "churn_customers",
            "survival_tests",
            "lifecycle_flow",
            "churn_model",
            "churn_calibration",
            "churn_drivers",
            "retention_cohorts");

    private static final String INPUT = """
            name: shop
            timezone: Europe/Paris
            input: {dimensions: [size], touchpoint_limit: 6}
            quality: {max_rejected_share: 0.2}
            """;

    private static final String MAP_A = INPUT + """
            stages: [{name: look, events: [view]}, {name: buy, events: [purchase]}]
            funnels: [{name: buying, steps: [view, purchase], window: 1d, breakdown: [size]}]
            """;

    /** The same stages and gaps: the touchpoints stay as they are. */
    private static final String MAP_B = INPUT + """
            stages: [{name: look, events: [view]}, {name: buy, events: [purchase]}]
            conversion: {events: [cart]}
            funnels:
              - {name: in one visit, steps: [view, cart, purchase], unit: session, breakdown: [channel]}
              - {name: big, steps: [view, {name: big, events: [purchase], where: "cast(size as number) > 5"}]}
            churn: {activity: {events: [purchase]}, inactive_after: 3d}
            retention: {period: week}
            """;

    /** Other stages and gaps. */
    private static final String MAP_C = INPUT + """
            session_gap: 1h
            journey_gap: 2d
            stages: [{name: look, events: [view, cart], where: "event_id like '%3'"}, {name: rest, events: [cart]}]
            """;

    @TempDir
    private Path folder;

    @Test
    void its_tables_are_those_of_a_run_with_its_map() throws IOException {
        Path log = log();
        Path output = folder.resolve("out");
        run(MAP_A, log, output);
        Map<String, String> before = tables(output);
        Map<String, String> published = published(output);

        Outcome analysed = analyze(MAP_B, output);
        assertThat(analysed.exitCode()).as(analysed.err()).isZero();
        Path fresh = folder.resolve("fresh");
        Outcome full = run(MAP_B, log, fresh);
        assertThat(tables(output)).isEqualTo(tables(fresh)).isNotEqualTo(before);
        assertThat(published(output)).containsEntry("touchpoints", published.get("touchpoints"));
        assertThat(analysed.out())
                .startsWith(full.out().lines().findFirst().orElseThrow() + "\nanalysed  ")
                .contains(lines(full.out(), "found", "funnel", "drop-off", "churn", "risk"))
                .contains("tables    " + (OF_HISTORIES.size() - 1) + " replaced under " + output
                        + ", as_of=2024-03-21, in ")
                .contains("kept      quality, quarantine, touchpoints\n")
                .endsWith(" show funnel_steps --output " + output + " --as-of 2024-03-21\n");
        assertThat(analysed.err())
                .contains("could not be worked out on")
                .contains("parcours: passing over the customers' histories\n");

        assertThat(analyze(MAP_C, output).out())
                .contains(OF_HISTORIES.size() + " replaced")
                .contains("kept      quality, quarantine\n");
        Path freshC = folder.resolve("freshC");
        run(MAP_C, log, freshC);
        assertThat(tables(output)).isEqualTo(tables(freshC));

        analyze(MAP_A, output);
        assertThat(tables(output)).isEqualTo(before);
    }

    @Test
    void spark_brings_the_same_tables() throws IOException {
        Path log = log();
        Path output = folder.resolve("out");
        run(MAP_A, log, output);
        Outcome byThreads = analyze(MAP_C, output);
        Map<String, String> tables = tables(output);
        analyze(MAP_A, output);
        Outcome bySpark = analyze(MAP_C, output, "--master", "local[2]");
        assertThat(bySpark.exitCode()).as(bySpark.err()).isZero();
        assertThat(tables(output)).isEqualTo(tables);
        assertThat(withoutSeconds(bySpark.out())).isEqualTo(withoutSeconds(byThreads.out()));
        assertThat(bySpark.err()).startsWith("parcours: starting Spark\n");
        assertThat(byThreads.err()).doesNotContain("Spark");
    }

    @Test
    void only_some_topics_replace_only_their_tables_and_the_manifest_says_which_map_a_table_answers()
            throws IOException {
        Path log = log();
        Path output = folder.resolve("out");
        run(MAP_A, log, output);
        Map<String, String> before = tables(output);
        JsonNode manifest = manifest(output);
        Path fresh = folder.resolve("fresh");
        run(MAP_C, log, fresh);
        Map<String, String> other = tables(fresh);

        Outcome some = analyze(MAP_C, output, "--only", "retention,path");
        assertThat(some.out())
                .contains("tables    3 replaced")
                .contains(": paths, retention_cohorts, transitions\n")
                .contains(" show paths --output ")
                .doesNotContain("churn ", "funnel  ");
        assertThat(tables(output)).isEqualTo(with(before, other, "paths", "retention_cohorts", "transitions"));
        JsonNode once = manifest(output);
        assertThat(once.path("analyses")).hasSize(1);
        assertThat(texts(once.at("/analyses/0/tables"))).containsExactly("paths", "retention_cohorts", "transitions");
        assertThat(once.at("/analyses/0/map/effective").asText()).contains("session_gap: 1h");
        assertThat(once.at("/analyses/0/map/sha256").asText())
                .isEqualTo(manifest(fresh).at("/map/sha256").asText());
        for (String untouched : List.of("as_of", "started_at", "map", "inputs", "records", "histories")) {
            assertThat(once.path(untouched)).as(untouched).isEqualTo(manifest.path(untouched));
        }
        assertThat(once.at("/tables/paths")).isEqualTo(manifest(fresh).at("/tables/paths"));
        assertThat(once.at("/tables/sessions")).isEqualTo(manifest.at("/tables/sessions"));

        analyze(MAP_B, output, "--only", "path");
        assertThat(texts(manifest(output).at("/analyses/0/tables"))).containsExactly("retention_cohorts");
        assertThat(texts(manifest(output).at("/analyses/1/tables"))).containsExactly("paths", "transitions");
        analyze(MAP_C, output, "--only", "retention", "--only", "journey");
        assertThat(manifest(output).path("analyses")).hasSize(2);
        assertThat(texts(manifest(output).at("/analyses/1/tables")))
                .containsExactly("journeys", "retention_cohorts", "sessions", "touchpoints");
        assertThat(manifest(output).path("histories")).isEqualTo(manifest(fresh).path("histories"));

        run(MAP_A, log, output);
        assertThat(manifest(output).has("analyses")).isFalse();
        assertThat(tables(output)).isEqualTo(before);
    }

    @Test
    void curves_of_survival_that_are_not_asked_for_stay_as_they_were_published() throws IOException {
        Path log = log();
        Path output = folder.resolve("out");
        run(MAP_A, log, output);
        Path fresh = folder.resolve("fresh");
        run(MAP_B, log, fresh);

        analyze(MAP_B, output, "--only", "funnel");
        assertThat(curves(output, "funnel:"))
                .isEqualTo(curves(fresh, "funnel:"))
                .isNotEmpty();
        assertThat(curves(output, "churn:"))
                .isNotEqualTo(curves(fresh, "churn:"))
                .isNotEmpty();

        analyze(MAP_B, output, "--only", "churn");
        assertThat(tables(output).get("survival")).isEqualTo(tables(fresh).get("survival"));

        Path former = folder.resolve("former");
        run(MAP_A, log, former);
        analyze(MAP_A, output, "--only", "churn");
        assertThat(curves(output, "funnel:")).isEqualTo(curves(fresh, "funnel:"));
        assertThat(curves(output, "churn:")).isEqualTo(curves(former, "churn:"));
    }

    private static List<String> curves(Path output, String prefix) {
        return tables(output)
                .get("survival")
                .lines()
                .filter(line -> line.startsWith(prefix))
                .toList();
    }

    @Test
    void the_help_names_each_topics_tables() throws IOException {
        Path output = folder.resolve("out");
        run(MAP_A, log(), output);
        String help = Outcome.of("analyze", "--help").out().replaceAll("\\s+", " ");
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put("journey", "sessions, journeys; and touchpoints, where stages or gaps are changed");
        topics.put(
                "funnel",
                "funnel_steps, funnel_customers, drop_offs, funnel_trend, funnel_times, survival, drop_off_drivers, funnel_changes");
        topics.put("path", "transitions, paths");
        topics.put(
                "churn",
                "churn_customers, churn_model, churn_calibration, churn_drivers, survival, survival_tests, lifecycle_flow");
        topics.put("retention", "retention_cohorts");
        assertThat(Topic.values()).allSatisfy(topic -> assertThat(help).contains(topic.label() + ": "));
        topics.forEach((topic, tables) -> {
            assertThat(help).contains(topic + ": " + tables);
            String replaced = analyze(MAP_C, output, "--only", topic)
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("tables"))
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst(".*: ", "");
            assertThat(replaced.split(", "))
                    .containsExactlyInAnyOrder(tables.replaceFirst(" where.*", "")
                            .replaceAll("and |[,;]", "")
                            .strip()
                            .split("\\s+"));
        });
    }

    @Test
    void the_latest_result_is_analysed_or_the_one_asked_for_each_as_of_its_own_instant() throws IOException {
        Path log = log();
        Path output = folder.resolve("out");
        run(MAP_A, log, output, "--as-of", "2024-03-10T09:30:00");
        run(MAP_A, log, output);
        Map<String, String> latest = tables(output);
        Outcome analysed = analyze(MAP_B, output, "--as-of", "2024-03-10", "--only", "funnel,churn");
        assertThat(analysed.out()).startsWith("as of     2024-03-10T08:30:00Z (2024-03-10 in Europe/Paris)\n");
        assertThat(tables(output)).isEqualTo(latest);
        Path fresh = folder.resolve("fresh");
        run(MAP_B, log, fresh, "--as-of", "2024-03-10T09:30:00");
        for (String table : List.of("funnel_steps", "drop_offs", "drop_off_drivers", "churn_customers")) {
            assertThat(Outcome.table(table, output, "--as-of", "2024-03-10")).isEqualTo(Outcome.table(table, fresh));
        }
        assertThat(analyze(MAP_B, output).out()).startsWith("as of     2024-03-21T");
    }

    @Test
    void a_log_without_touchpoints_is_analysed_to_empty_tables() throws IOException {
        Path log = Files.writeString(folder.resolve("empty.csv"), "customer_id,occurred_at,event,size\n");
        Path output = folder.resolve("out");
        run(MAP_A, log, output, "--as-of", "2024-01-31");
        assertThat(analyze(MAP_C, output).exitCode()).isZero();
        Path fresh = folder.resolve("fresh");
        run(MAP_C, log, fresh, "--as-of", "2024-01-31");
        assertThat(tables(output)).isEqualTo(tables(fresh));
    }

    @Test
    void what_cannot_be_analysed_is_one_line_and_an_exit_code_and_changes_nothing() throws IOException {
        Path output = folder.resolve("out");
        run(MAP_A, log(), output);
        Map<String, String> before = published(output);

        assertRefused(
                analyze(MAP_B.replace("[size]", "[size, channel_group]"), output),
                ExitCode.USAGE,
                "map.yaml: input.dimensions: is [\"size\", \"channel_group\"], but the touchpoints were read with",
                "use parcours run");
        assertRefused(
                analyze(MAP_B.replace("touchpoint_limit: 6", "touchpoint_limit: 7"), output),
                ExitCode.USAGE,
                "map.yaml: input.touchpoint_limit: is 7, but the touchpoints were read with 6;",
                "use parcours run");
        assertRefused(
                analyze(MAP_B.replace("Europe/Paris", "UTC"), output),
                ExitCode.USAGE,
                "map.yaml: timezone: is \"UTC\"");
        assertRefused(analyze(MAP_B.replace("funnels:", "funels:"), output), ExitCode.USAGE, "did you mean funnels?");
        assertRefused(
                analyze(MAP_B, output, "--only", "funnel,chrun"),
                ExitCode.USAGE,
                "there is no topic chrun; did you mean churn?",
                "there are: journey, funnel, path, churn, retention, inventory, channel, satisfaction, friction,");
        assertRefused(
                analyze(MAP_B, output, "--only", "funnel,friction"),
                ExitCode.USAGE,
                "the map has no friction: give ",
                "map.yaml that key (docs/map.md), or leave friction out of --only");
        assertRefused(
                analyze(MAP_B + "surveys: {events: answer}\n", output, "--only", "satisfaction,conformance"),
                ExitCode.USAGE,
                "the map has no expected: ",
                "leave conformance out of --only");
        assertRefused(analyze(MAP_B, output, "--as-of", "soon"), ExitCode.USAGE, "a day is expected");
        assertRefused(
                analyze(MAP_B, output, "--as-of", "2024-03-20"),
                ExitCode.INPUT_CONTRACT,
                "there is no result as of 2024-03-20 in " + output,
                "there are: 2024-03-21");
        Outcome strict = analyze(MAP_B.replace("0.2", "0.01"), output);
        assertRefused(
                strict,
                ExitCode.QUALITY_GATE,
                "9 of 403 records were rejected",
                "the map allows 1.000 %",
                "BAD_TIMESTAMP 9");
        Path nowhere = folder.resolve("nowhere");
        assertRefused(analyze(MAP_B, nowhere), ExitCode.INPUT_CONTRACT, "no touchpoints in " + nowhere);
        assertThat(nowhere).doesNotExist();
        assertThat(published(output)).isEqualTo(before);
    }

    @Test
    void tables_that_are_not_as_their_run_left_them_are_refused() throws IOException {
        Path output = folder.resolve("out");
        run(MAP_A, log(), output);
        Path touchpoints = output.resolve("touchpoints/as_of=2024-03-21/part-00000.parquet");
        Path foreign = touchpoints.resolveSibling("part-00000-c000.snappy.parquet");
        Files.copy(touchpoints, foreign);
        assertRefused(
                analyze(MAP_B, output), ExitCode.FAILURE, foreign + " was not written by a run: use parcours run");
        Files.delete(foreign);

        Path more = touchpoints.resolveSibling("part-00001.parquet");
        Files.copy(touchpoints, more);
        Map<String, String> before = published(output);
        assertRefused(analyze(MAP_B, output), ExitCode.FAILURE, "are not as their run left them", "use parcours run");
        Files.delete(more);
        Files.writeString(touchpoints, "torn");
        assertRefused(analyze(MAP_B, output), ExitCode.FAILURE, "part-00000.parquet");
        before.remove("touchpoints");
        Map<String, String> after = published(output);
        after.remove("touchpoints");
        assertThat(after).isEqualTo(before);

        Path manifest = output.resolve("_runs/as_of=2024-03-21/manifest.json");
        Files.writeString(manifest, "{\"as_of\": ");
        assertRefused(analyze(MAP_B, output), ExitCode.FAILURE, "cannot understand the manifest of 2024-03-21");
        Files.writeString(manifest, "{}");
        assertRefused(analyze(MAP_B, output), ExitCode.FAILURE, "cannot understand the manifest of 2024-03-21");
        Files.delete(manifest);
        assertRefused(analyze(MAP_B, output), ExitCode.FAILURE, "has no manifest");
    }

    @Test
    void two_at_once_cannot_be() throws IOException {
        Path output = folder.resolve("out");
        run(MAP_A, log(), output);
        Map<String, String> before = published(output);
        OutputStore store = OutputStore.open(output.toString(), Configuration::new);
        try (Publication first = Publication.begin(store, RunId.startedAt(Instant.EPOCH))) {
            assertRefused(analyze(MAP_B, output), ExitCode.FAILURE, "another run is writing to " + output);
            assertThat(first).isNotNull();
        }
        assertThat(published(output)).isEqualTo(before);
        assertThat(analyze(MAP_B, output).exitCode()).isZero();
    }

    private static void assertRefused(Outcome outcome, int exitCode, String... parts) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()
                        .lines()
                        .filter(line -> !line.matches("parcours: (looking|passing|writing|warning:) .*")))
                .singleElement()
                .asString()
                .contains(parts)
                .doesNotContain("\tat ");
    }

    /** 403 records: some bad, some twice, some of a customer over the limit, some of one with exactly as many. */
    private Path log() throws IOException {
        Random random = new Random(12);
        StringBuilder csv = new StringBuilder("customer_id,occurred_at,event,event_id,channel,value,size\n");
        for (int i = 0; i < 390; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "c%d,%s,%s,%s,%s,%s,%s\n",
                    random.nextInt(90),
                    i % 45 == 7
                            ? "yesterday"
                            : Instant.ofEpochSecond(1_709_300_000L + random.nextInt(20 * 24) * 3_600L),
                    List.of("view", "view", "cart", "purchase").get(random.nextInt(4)),
                    random.nextInt(4) == 0 ? "" : "id" + random.nextInt(350),
                    random.nextInt(4) == 0 ? "" : "channel" + random.nextInt(3),
                    random.nextInt(3) == 0 ? "" : random.nextInt(1_000) / 100.0,
                    random.nextInt(3) == 0 ? "" : random.nextInt(5) == 0 ? "x" : random.nextInt(10)));
        }
        for (int i = 0; i < 12; i++) {
            csv.append(i < 6 ? "over" : "exact")
                    .append(",2024-03-1")
                    .append(i % 6)
                    .append("T10:00:00Z,view,e")
                    .append(i)
                    .append(",,,\n");
        }
        csv.append("over,2024-03-21T10:00:00Z,purchase,e99,,,\n");
        return Files.writeString(folder.resolve("log.csv"), csv.toString());
    }

    private Outcome run(String map, Path log, Path output, String... more) throws IOException {
        Path mapFile = Files.writeString(folder.resolve("run.yaml"), map);
        List<String> arguments =
                new ArrayList<>(List.of("run", "--map", mapFile.toString(), "--input", log.toString()));
        arguments.addAll(List.of("--output", output.toString(), "--master", "local[2]"));
        arguments.addAll(List.of(more));
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private Outcome analyze(String map, Path output, String... more) {
        try {
            Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
            List<String> arguments = new ArrayList<>(List.of("analyze", "--map", mapFile.toString()));
            arguments.addAll(List.of("--output", output.toString()));
            arguments.addAll(List.of(more));
            return Outcome.of(arguments.toArray(String[]::new));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The rows of all tables of the latest day. */
    private static Map<String, String> tables(Path output) {
        Map<String, String> tables = new TreeMap<>();
        Stream.concat(OF_RECORDS.stream(), OF_HISTORIES.stream())
                .forEach(table -> tables.put(table, Outcome.table(table, output)));
        return tables;
    }

    /** The bytes of all published files, by table. */
    private static Map<String, String> published(Path output) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String table = output.relativize(file).getName(0).toString();
                if (!table.equals("_lock")) {
                    byte[] bytes = Files.readAllBytes(file);
                    tables.merge(table, file + " " + new String(bytes, StandardCharsets.ISO_8859_1), String::concat);
                }
            }
        }
        return tables;
    }

    private static Map<String, String> with(Map<String, String> tables, Map<String, String> other, String... names) {
        Map<String, String> mixed = new TreeMap<>(tables);
        Arrays.stream(names).forEach(name -> mixed.put(name, other.get(name)));
        return mixed;
    }

    private static JsonNode manifest(Path output) throws IOException {
        return new ObjectMapper().readTree(Files.readString(output.resolve("_runs/as_of=2024-03-21/manifest.json")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String lines(String summary, String... labels) {
        StringBuilder lines = new StringBuilder();
        summary.lines()
                .filter(line -> Arrays.stream(labels).anyMatch(line::startsWith))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    private static String withoutSeconds(String summary) {
        return summary.replaceAll(" in [0-9.]+ s", "");
    }
}
