package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.output.OutputStore;
import io.parcours.output.Publication;
import io.parcours.output.RunId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler relies on: exit codes, the gate, empty logs, one run at a time. */
class RunCommandTest {
    private static final String MAP = "name: shop\nfunnels: [{name: buy, steps: [view, purchase], window: 1d}]\n";

    @TempDir
    private Path folder;

    @Test
    void half_a_percent_of_bad_records_passes_one_percent_and_stops_at_a_tenth() throws IOException {
        Path log = folder.resolve("million.csv");
        int bad = 0;
        try (BufferedWriter out = Files.newBufferedWriter(log)) {
            out.write("customer_id,occurred_at,event\n");
            for (int i = 0; i < 1_000_000; i++) {
                boolean isBad = i % 200 == 7;
                bad += isBad ? 1 : 0;
                out.write(String.format(
                        Locale.ROOT,
                        "c%d,%s,%s\n",
                        i % 50_000,
                        isBad && i % 400 == 7 ? "yesterday" : Instant.ofEpochSecond(1_700_000_000L + i),
                        isBad && i % 400 != 7 ? "" : i % 3 == 0 ? "purchase" : "view"));
            }
        }
        Path output = folder.resolve("out");
        Outcome passed = run(MAP, log, output);
        assertThat(passed.exitCode()).as(passed.err()).isZero();
        assertThat(passed.out())
                .contains(
                        "1,000,000 records: 995,000 accepted, 5,000 rejected (BAD_TIMESTAMP 2,500, MISSING_EVENT 2,500)");
        assertThat(bad).isEqualTo(5_000);
        assertThat(Outcome.table("quarantine", output).lines()).hasSize(5_001);
        String published = Outcome.table("funnel_steps", output);
        List<String> before = files(output);

        Outcome stopped = run(MAP + "quality: {max_rejected_share: 0.001}\n", log, output);
        assertThat(stopped.exitCode()).isEqualTo(ExitCode.QUALITY_GATE);
        assertThat(stopped.err().lines().filter(line -> !line.startsWith("parcours: reading")))
                .filteredOn(line -> line.contains("rejected"))
                .singleElement()
                .asString()
                .contains("5,000 of 1,000,000 records were rejected (0.500 %, the map allows 0.100 %)")
                .doesNotContain("{")
                .contains("nothing was published");
        assertThat(Outcome.table("funnel_steps", output)).isEqualTo(published);
        List<String> after = files(output);
        after.removeIf(file -> file.contains("/failed/"));
        assertThat(after).isEqualTo(before);
        Path failed = output.resolve("_runs/as_of=2023-11-26/failed");
        assertThat(failed.resolve("quarantine")).isDirectory();
        assertThat(failed.resolve("quality")).isDirectory();
        assertThat(Outcome.table("quarantine", failed).lines()).hasSize(5_001);
        assertThat(Files.readString(failed.resolve("manifest.json")))
                .contains("\"read\" : 1000000", "\"accepted\" : 995000", "\"rejected\" : 5000")
                .contains("\"quality\" : 3", "\"quarantine\" : 5000");
    }

    @Test
    void a_log_without_records_is_a_run_with_empty_tables() throws IOException {
        Path log = Files.writeString(folder.resolve("empty.csv"), "customer_id,occurred_at,event\n");
        Path output = folder.resolve("out");
        Outcome outcome = run(MAP, log, output, "--as-of", "2024-01-31");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        for (String table : List.of(
                "touchpoints", "sessions", "journeys", "drop_offs", "drop_off_drivers", "transitions", "paths")) {
            assertThat(Outcome.table(table, output, "--as-of", "2024-01-31").lines())
                    .as(table)
                    .hasSize(1);
        }
        assertThat(Outcome.table("funnel_steps", output).lines()).hasSize(3);
        assertThat(Files.readString(output.resolve("_runs/as_of=2024-01-31/manifest.json")))
                .contains("\"touchpoints\" : 0", "\"journeys\" : 0", "\"quarantine\" : 0", "\"funnel_steps\" : 2");
        assertThat(outcome.out()).contains("tables    22 under ");
    }

    @Test
    void an_empty_log_without_as_of_says_where_its_tables_stand() throws IOException {
        Path log = Files.writeString(folder.resolve("empty.csv"), "customer_id,occurred_at,event\n");
        Path output = folder.resolve("out");
        Outcome outcome = run(MAP, log, output);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("warning: no record was accepted").contains("as_of=1970-01-01");
    }

    @Test
    void without_as_of_a_run_measures_as_of_the_latest_touchpoint_that_is_accepted() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), """
                customer_id,occurred_at,event,event_id
                a,2024-01-01T10:00:00,view,1
                a,2024-01-09T10:00:00,view,1
                b,2024-01-03T10:00:00,view,1
                b,2024-01-04T10:00:00,view,2
                c,2024-01-02T10:00:00,view,1
                """);
        Path output = folder.resolve("out");
        Outcome outcome = run(MAP, log, output);
        assertThat(outcome.out()).startsWith("as of     2024-01-04T10:00:00Z").contains("1 duplicate");
        Outcome limited = run(MAP + "input: {touchpoint_limit: 1}\n", log, output);
        assertThat(limited.out()).startsWith("as of     2024-01-03T10:00:00Z").contains("1 filtered");
    }

    @Test
    void a_second_run_into_one_output_says_so_and_stops() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\na,2024-01-01,view\n");
        Path output = folder.resolve("out");
        OutputStore store = OutputStore.open(output.toString(), Configuration::new);
        try (Publication first = Publication.begin(store, RunId.startedAt(Instant.EPOCH))) {
            Outcome second = run(MAP, log, output);
            assertThat(second.exitCode()).isEqualTo(ExitCode.FAILURE);
            assertThat(second.err()).contains(output.toString());
            assertThat(first).isNotNull();
        }
        assertThat(run(MAP, log, output).exitCode()).isZero();
    }

    @Test
    void a_lonely_last_day_is_warned_of_unless_the_map_says_between() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                "customer_id,occurred_at,event\na,2024-01-01,view\na,2024-01-02,view\nb,2031-01-02,view\n");
        Outcome warned = run(MAP, log, folder.resolve("out"));
        assertThat(warned.err()).contains("warning: the last day with touchpoints, 2031-01-02");
        Outcome bounded = run(
                MAP + "input: {between: [2024-01-01, 2024-12-31]}\nquality: {max_rejected_share: 0.5}\n",
                log,
                folder.resolve("out"));
        assertThat(bounded.exitCode()).isZero();
        assertThat(bounded.err()).doesNotContain("warning");
    }

    @Test
    void failures_of_a_condition_are_counted_and_told() throws IOException {
        Path log = Files.writeString(
                folder.resolve("log.csv"),
                "customer_id,occurred_at,event,size\na,2024-01-01,view,4\na,2024-01-02,view,x\nb,2024-01-02,view,9\n");
        Outcome outcome = run("""
                name: shop
                input: {dimensions: [size]}
                funnels: [{name: big, steps: [{name: big, events: [view], where: "cast(size as number) > 5"}]}]
                """, log, folder.resolve("out"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("could not be worked out on 1 touchpoint and counts as false there");
        assertThat(outcome.out()).contains("big: 1;");
    }

    @Test
    void wrong_input_is_one_line_and_an_exit_code() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "customer,occurred_at,event\na,2024-01-01,view\n");
        Outcome missing = run(MAP, log, folder.resolve("out"));
        assertThat(missing.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(missing.err()).contains("log.csv has no column customer_id").contains("customer");
        Outcome nothing = run(MAP, folder.resolve("nowhere.csv"), folder.resolve("out"));
        assertThat(nothing.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        Outcome wrongMap = run("name: shop\nfunels: []\n", log, folder.resolve("out"));
        assertThat(wrongMap.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrongMap.err()).contains("funels").contains("did you mean funnels?");
        Outcome wrongDay = run(MAP, log, folder.resolve("out"), "--as-of", "soon");
        assertThat(wrongDay.exitCode()).isEqualTo(ExitCode.USAGE);
        for (Outcome outcome : List.of(missing, nothing, wrongMap, wrongDay)) {
            assertThat(outcome.err().lines().filter(line -> !line.matches("parcours: (starting|looking) .*")))
                    .hasSize(1);
            assertThat(outcome.err()).doesNotContain("\tat ").doesNotContain("WARN");
        }
        assertThat(folder.resolve("out").resolve("touchpoints")).doesNotExist();
    }

    private Outcome run(String map, Path log, Path output, String... more) throws IOException {
        Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--map",
                mapFile.toString(),
                "--input",
                log.toString(),
                "--output",
                output.toString(),
                "--master",
                "local[2]"));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    private static List<String> files(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString())
                    .sorted()
                    .toList());
        }
    }
}
