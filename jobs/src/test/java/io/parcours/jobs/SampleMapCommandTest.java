package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMapCommandTest {
    private static final String MAP = """
            name: small
            stages:
              - {name: look, events: view}
              - {name: buy, events: buy, where: "customer_id = 'nobody'"}
            funnels:
              - {name: f, steps: [view, pay]}
            customers: {file: who.csv, attributes: [plan]}
            """;

    @TempDir
    private Path folder;

    @Test
    void writes_log_map_and_tables_and_says_what_is_not_served() throws IOException {
        Path map = Files.writeString(folder.resolve("small.yaml"), MAP);
        Path output = folder.resolve("out");
        CommandRun run = sample(map, output);
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("next:  ", output.resolve("journey-map.yaml").toString());
        assertThat(run.errors()).startsWith("stage buy is met by no touchpoint of this log");
        assertThat(output.resolve("journey-map.yaml")).hasSameTextualContentAs(map);
        assertThat(Files.readAllLines(output.resolve("who.csv"))).hasSize(31).startsWith("customer_id,plan");
        assertThat(output.resolve("truth.json")).exists();
    }

    @Test
    void replaces_its_former_output_with_the_tables_beside_it() throws IOException {
        Path map = Files.writeString(folder.resolve("small.yaml"), MAP);
        Path output = folder.resolve("out");
        sample(map, output);
        Files.writeString(map, MAP.replace("who.csv", "people.csv"));
        assertThat(sample(map, output).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(output.resolve("people.csv")).exists();
        assertThat(output.resolve("who.csv")).doesNotExist();
        Files.writeString(output.resolve("thesis.txt"), "mine");
        assertThat(sample(map, output).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refuses_what_does_not_go_with_a_map_in_one_line() throws IOException {
        Path map = Files.writeString(folder.resolve("small.yaml"), MAP);
        CommandRun run = CommandRun.of(
                "sample",
                "--map",
                map.toString(),
                "--output",
                folder.resolve("out").toString(),
                "--customers",
                "3",
                "--touchpoints-per-customer",
                "20");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errors()).hasLineCount(1).contains("without --map");
        Files.writeString(map, "name: broken");
        CommandRun broken = sample(map, folder.resolve("out"));
        assertThat(broken.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(broken.errors()).hasLineCount(1).contains("neither stages nor funnels");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static CommandRun sample(Path map, Path output) {
        return CommandRun.of("sample", "--map", map.toString(), "--output", output.toString(), "--customers", "30");
    }
}
