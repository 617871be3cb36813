package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a map's choice of tables leaves on the disk, and what analyze makes of it. */
class ChosenTablesRunTest {
    private static final String MAP = """
            name: shop
            input: {touchpoint_limit: 20}
            quality: {max_rejected_share: 0.2}
            stages: [{name: look, events: [view]}, {name: buy, events: [purchase]}]
            funnels: [{name: buying, steps: [view, cart, purchase], window: 2d}]
            """;
    private static final String CHOICE = "tables: [funnel_steps, drop_offs, churn_model]\n";

    @TempDir
    private Path folder;

    private Path output;
    private Path log;

    @BeforeEach
    void runOfEverything() throws IOException {
        output = folder.resolve("out");
        log = log();
        run(MAP, "--as-of", "2024-03-10");
        run(MAP);
    }

    @Test
    void nothing_of_a_table_that_is_not_chosen_is_left_on_the_disk() throws IOException {
        Map<String, Long> former = bytes("2024-03-20");
        Map<String, Long> earlier = bytes("2024-03-10");
        List<String> rows = rows();
        Outcome run = run(MAP + CHOICE);
        assertThat(run.out())
                .contains("tables    4 under ")
                .contains("funnel    buying: ")
                .contains(" report --output ");
        assertThat(rows()).isEqualTo(rows);
        Map<String, Long> left = bytes("2024-03-20");
        assertThat(left).containsOnlyKeys("churn_model", "drop_offs", "funnel_steps", "quality");
        assertThat(bytes("2024-03-10")).isEqualTo(earlier);
        assertThat(sum(left)).isLessThan(sum(former) / 5);
        assertThat(output.resolve("_staging")).doesNotExist();
        assertThat(manifest().at("/map/effective").asText())
                .endsWith("tables: [\"churn_model\", \"drop_offs\", \"funnel_steps\"]\n");
        List<String> told = new ArrayList<>();
        manifest().path("tables").fieldNames().forEachRemaining(told::add);
        assertThat(told).containsExactlyElementsOf(left.keySet());

        Outcome except = run(MAP + "tables: {except: [touchpoints, funnel_customers]}\n");
        assertThat(except.exitCode()).isZero();
        former.keySet().removeAll(List.of("touchpoints", "funnel_customers"));
        assertThat(bytes("2024-03-20")).containsOnlyKeys(former.keySet());
        assertThat(rows()).isEqualTo(rows);
        assertThat(run(MAP + "tables: quality\n").out())
                .contains("tables    1 under ")
                .contains(" report --output ");
    }

    @Test
    void a_run_that_the_gate_stops_keeps_its_bad_records_whatever_is_chosen() throws IOException {
        Outcome stopped = run(MAP.replace("0.2", "0.0001") + CHOICE);
        assertThat(stopped.exitCode()).isEqualTo(ExitCode.QUALITY_GATE);
        Path failed = output.resolve("_runs/as_of=2024-03-20/failed");
        assertThat(Outcome.table("quarantine", failed).lines()).hasSize(1 + 3);
        assertThat(Outcome.table("quality", failed)).contains("BAD_TIMESTAMP");
    }

    @Test
    void analyze_replaces_chosen_tables_only() throws IOException {
        String other = MAP.replace("view, cart, purchase", "view, purchase").replace("2d", "1d");
        String drops = Outcome.table("drop_offs", output);
        Outcome analysed = analyze(other + "tables: [funnel_steps, transitions]\n");
        assertThat(analysed.out()).contains("tables    2 replaced under ").contains(": funnel_steps, transitions\n");
        assertThat(Outcome.table("drop_offs", output)).isEqualTo(drops);
        assertThat(Outcome.table("funnel_steps", output).lines().filter(line -> line.startsWith("buying")))
                .hasSize(2);
        assertRefused(
                analyze(other + "tables: [paths]\n", "--only", "path,funnel"),
                ExitCode.USAGE,
                "chooses no table of funnel: name one there, or leave funnel out of --only");
        assertRefused(
                analyze(other + "tables: [quality]\n"),
                ExitCode.USAGE,
                "map.yaml: tables: chooses no table that this analysis could replace");
    }

    @Test
    void analyze_says_what_it_lacks() throws IOException {
        run(MAP + "tables: {except: touchpoints}\n");
        assertRefused(
                analyze(MAP),
                ExitCode.INPUT_CONTRACT,
                "the result as of 2024-03-20 in " + output + " has no touchpoints, which analyze reads",
                "with touchpoints there are: 2024-03-10");
        assertThat(analyze(MAP, "--as-of", "2024-03-10").exitCode()).isZero();
        run(MAP + "tables: [touchpoints]\n");
        assertRefused(analyze(MAP), ExitCode.INPUT_CONTRACT, "has no journeys, which say whose touchpoints were cut");
    }

    private static void assertRefused(Outcome outcome, int exitCode, String... parts) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.err().lines().filter(line -> !line.startsWith("parcours: looking ")))
                .singleElement()
                .asString()
                .contains(parts);
    }

    private List<String> rows() {
        return Stream.of("funnel_steps", "drop_offs", "churn_model", "quality")
                .map(table -> Outcome.table(table, output))
                .toList();
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(Files.readString(output.resolve("_runs/as_of=2024-03-20/manifest.json")));
    }

    /** The bytes of each table's files of a day. */
    private Map<String, Long> bytes(String day) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path below = output.relativize(file);
                if (below.getNameCount() == 3 && below.getName(1).toString().equals("as_of=" + day)) {
                    bytes.merge(below.getName(0).toString(), Files.size(file), Long::sum);
                }
            }
        }
        bytes.remove("_runs");
        return bytes;
    }

    private static long sum(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    private Outcome run(String map, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--input", log.toString(), "--master", "local[2]"));
        arguments.addAll(List.of(more));
        return of("run", map, arguments);
    }

    private Outcome analyze(String map, String... more) throws IOException {
        return of("analyze", map, List.of(more));
    }

    private Outcome of(String command, String map, List<String> more) throws IOException {
        Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
        List<String> arguments =
                new ArrayList<>(List.of(command, "--map", mapFile.toString(), "--output", output.toString()));
        arguments.addAll(more);
        return Outcome.of(arguments.toArray(String[]::new));
    }

    /** Three bad records, a customer over the limit, and 3,000 others to 2024-03-20. */
    private Path log() throws IOException {
        Random random = new Random(8);
        StringBuilder csv =
                new StringBuilder("customer_id,occurred_at,event\nx,never,view\nx,never,cart\nx,never,view\n");
        for (int i = 0; i < 3_030; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,2024-03-%02dT%02d:%02d:%02dZ,%s\n",
                    i < 30 ? "over" : "customer number " + random.nextInt(700),
                    1 + random.nextInt(20),
                    random.nextInt(20),
                    random.nextInt(60),
                    random.nextInt(60),
                    List.of("view", "view", "cart", "purchase").get(random.nextInt(4))));
        }
        return Files.writeString(folder.resolve("log.csv"), csv.append("z,2024-03-20T22:00:00Z,view\n"));
    }
}
