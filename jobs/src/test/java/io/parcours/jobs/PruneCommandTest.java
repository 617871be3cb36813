package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.output.OutputStore;
import io.parcours.output.Publication;
import io.parcours.output.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneCommandTest {
    @TempDir
    private Path folder;

    @Test
    void it_says_what_it_removes_and_does_it_unless_rehearsing() throws IOException {
        Path output = output("2024-03-28", "2024-03-29", "2024-03-30", "2024-03-31");
        List<String> before = files(output);
        // Per day: two tables of 4 bytes and a manifest of 2.
        String told = """
                old       2024-03-28: 2 tables, 10 bytes
                old       2024-03-29: 2 tables, 10 bytes
                tables    paths, sessions
                kept      2 days: 2024-03-30 to 2024-03-31
                """;
        Outcome rehearsed = prune(output, "2", "--dry-run");
        assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out()).isEqualTo(told + "removed   nothing (--dry-run); without it 2 days, 20 bytes\n");
        assertThat(files(output)).isEqualTo(before);

        Outcome pruned = prune(output, "2");
        assertThat(pruned.exitCode()).as(pruned.err()).isZero();
        assertThat(pruned.out()).isEqualTo(told + "removed   2 days, 20 bytes\n");
        assertThat(files(output))
                .containsExactly(
                        "_runs/as_of=2024-03-30/manifest.json",
                        "_runs/as_of=2024-03-31/manifest.json",
                        "mine/as_of=2024-03-28/data",
                        "paths/as_of=2024-03-30/part-00000.parquet",
                        "paths/as_of=2024-03-31/part-00000.parquet",
                        "sessions/as_of=2024-03-30/part-00000.parquet",
                        "sessions/as_of=2024-03-31/part-00000.parquet");

        Outcome again = prune(output, "2");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).isEqualTo("nothing to prune: " + output + " has 2 days, and up to 2 stay\n");
        assertThat(prune(output, "1").out()).contains("kept      1 day: 2024-03-31\n");
    }

    @Test
    void what_it_cannot_do_is_one_line_and_an_exit_code() throws IOException {
        Path output = output("2024-03-28", "2024-03-29");
        OutputStore store = OutputStore.open(output.toString(), Configuration::new);
        try (Publication running = Publication.begin(store, RunId.startedAt(Instant.EPOCH))) {
            assertThat(running).isNotNull();
            assertRefused(prune(output, "1"), ExitCode.FAILURE, "another run is writing to " + output);
        }
        Path nowhere = folder.resolve("nowhere");
        assertRefused(prune(nowhere, "1"), ExitCode.INPUT_CONTRACT, "no results in " + nowhere);
        assertThat(nowhere).doesNotExist();
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertRefused(prune(empty, "1", "--dry-run"), ExitCode.INPUT_CONTRACT, "no results in " + empty);
        assertThat(empty).isEmptyDirectory();
        assertRefused(prune(output, "0"), ExitCode.USAGE, "at least 1, not 0");
        assertRefused(prune(output, "all"), ExitCode.USAGE, "--keep");
        assertRefused(Outcome.of("prune", "--output", output.toString()), ExitCode.USAGE, "--keep");
        assertThat(files(output)).hasSize(7);
    }

    private static void assertRefused(Outcome outcome, int exitCode, String words) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.err().lines()).singleElement().asString().contains(words);
        assertThat(outcome.out()).isEmpty();
    }

    private static Outcome prune(Path output, String keep, String... more) {
        return Outcome.of(
                Stream.concat(Stream.of("prune", "--output", output.toString(), "--keep", keep), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Two tables and a manifest for each day, and a folder of somebody else. */
    private Path output(String... days) throws IOException {
        Path output = folder.resolve("out");
        for (String day : days) {
            write(output.resolve("paths/as_of=" + day + "/part-00000.parquet"), "data");
            write(output.resolve("sessions/as_of=" + day + "/part-00000.parquet"), "data");
            write(output.resolve("_runs/as_of=" + day + "/manifest.json"), "{}");
        }
        write(output.resolve("mine/as_of=2024-03-28/data"), "mine");
        return output;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** But for the lock. */
    private static List<String> files(Path output) throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString())
                    .filter(file -> !file.equals("_lock"))
                    .sorted()
                    .toList();
        }
    }
}
