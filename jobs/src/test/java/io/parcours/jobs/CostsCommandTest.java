package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs through the command line, as far as nothing is counted. */
class CostsCommandTest {
    private static final String PLAIN = "name: shop\nfunnels: [{name: main, steps: [view]}]\n";
    private static final String ATTRIBUTION = PLAIN + "attribution: {}\n";
    private static final String MAP = ATTRIBUTION + "costs: {file: costs.csv}\n";

    @TempDir
    private Path folder;

    private String log;

    @BeforeEach
    void log() throws IOException {
        log = write("log.csv", "customer_id,occurred_at,event,channel\nu1,2024-01-01,view,web\n");
    }

    @Test
    void check_reads_the_costs_where_it_reads_the_log() throws IOException {
        String map = write("map.yaml", MAP);
        assertThat(CommandRun.of("check", "--map", map).exitCode()).isEqualTo(ExitCode.OK);

        CommandRun absent = CommandRun.of("check", "--map", map, "--input", log);
        assertThat(absent.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(absent.errors()).hasLineCount(1).contains("nothing to read at ", "costs: file in ");

        write("costs.csv", "channel,period,cost\nweb,all,1\nweb,2024-01,2\nmail,all,3\n");
        CommandRun read = CommandRun.of("check", "--map", map, "--input", log);
        assertThat(read.exitCode()).as(read.errors()).isEqualTo(ExitCode.OK);
        assertThat(read.out()).endsWith("\n\ncosts       3 records of 2 channels\n");

        write("costs.csv", "channel,period,cost\nweb,all,much\n");
        CommandRun wrong = CommandRun.of("check", "--map", map, "--input", log);
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(wrong.errors()).hasLineCount(1).contains("costs.csv, record 1: the cost is 'much'");
    }

    @Test
    void check_reads_other_costs_with_the_option() throws IOException {
        String other = write("other.csv", "channel,period,eur\nweb,all,1\n");
        String map = write("map.yaml", ATTRIBUTION);
        CommandRun lacking = CommandRun.of("check", "--map", map, "--costs", other);
        assertThat(lacking.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(lacking.errors())
                .hasLineCount(1)
                .contains("its columns are channel, period, eur", "set costs: columns: {cost: ...}");

        write("map.yaml", ATTRIBUTION + "costs: {columns: {cost: eur}}\n");
        CommandRun read = CommandRun.of("check", "--map", map, "--costs", other);
        assertThat(read.exitCode()).as(read.errors()).isEqualTo(ExitCode.OK);
        assertThat(read.out()).endsWith("costs       1 record of 1 channel\n");

        write("map.yaml", PLAIN);
        CommandRun useless = CommandRun.of("check", "--map", map, "--costs", other, "--input", log);
        assertThat(useless.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(useless.errors()).hasLineCount(1).contains("--costs is of no use", "has no key attribution");
    }

    @Test
    void an_analysis_that_compares_no_costs_takes_none() throws IOException {
        String costs = write("costs.csv", "channel,period,cost\nweb,all,1\n");
        for (String text : List.of(ATTRIBUTION, PLAIN)) {
            String map = write("map.yaml", text);
            CommandRun run = CommandRun.of(
                    "analyze", "--map", map, "--output", folder.toString(), "--only", "funnel,path", "--costs", costs);
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(run.errors()).hasLineCount(1).contains("--costs is of no use");
        }
        CommandRun all = CommandRun.of(
                "analyze", "--map", write("map.yaml", PLAIN), "--output", folder.toString(), "--costs", costs);
        assertThat(all.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(all.errors()).hasLineCount(1).contains("has no key attribution");
    }

    @Test
    void sample_costs_are_written_as_they_are_read() throws IOException {
        String map = write(
                "map.yaml",
                "name: shop\ninput: {csv: {delimiter: \";\", decimal: \",\"}}\n"
                        + "funnels: [{name: main, steps: [{events: view, channels: [web, store]}]}]\n"
                        + "attribution: {}\ncosts: {file: spent.csv, columns: {cost: eur}}\n");
        Path output = folder.resolve("sample");
        CommandRun sample = CommandRun.of("sample", "--map", map, "--output", output.toString(), "--customers", "20");
        assertThat(sample.exitCode()).as(sample.errors()).isEqualTo(ExitCode.OK);
        List<String> lines = Files.readAllLines(output.resolve("spent.csv"));
        assertThat(lines).startsWith("channel;period;eur").hasSizeGreaterThan(2);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches("[^;]+;\\d{4}-\\d{2};\\d+,\\d{2}"));
        CommandRun check = CommandRun.of(
                "check",
                "--map",
                output.resolve("journey-map.yaml").toString(),
                "--input",
                output.resolve("touchpoints.csv").toString());
        assertThat(check.exitCode()).as(check.errors()).isEqualTo(ExitCode.OK);
        assertThat(check.out()).contains("\ncosts       " + (lines.size() - 1) + " records of ");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
