package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parcours report}: where the page goes, in which language, and one line for whatever is wrong. */
class ReportCommandTest {
    @TempDir
    private static Path folder;

    private static Path output;

    @BeforeAll
    static void run() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), """
                customer_id,occurred_at,event
                u1,2024-01-01T10:00:00Z,view
                u1,2024-01-02T10:00:00Z,purchase
                u2,2024-01-03T10:00:00Z,view
                u3,2024-01-04T10:00:00Z,view
                """);
        Path map = Files.writeString(
                folder.resolve("map.yaml"),
                "name: Ünder <shop>\nfunnels: [{name: f, steps: [view, purchase], window: 1d}]\n");
        output = folder.resolve("out put");
        for (String day : new String[] {"2024-01-03", "2024-01-04"}) {
            Outcome run = Outcome.of(
                    "run",
                    "--map",
                    map.toString(),
                    "--input",
                    log.toString(),
                    "--output",
                    output.toString(),
                    "--as-of",
                    day,
                    "--master",
                    "local[2]");
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }

    @Test
    void without_a_file_the_page_lies_in_the_output_folder() throws IOException {
        Outcome report = report();

        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).contains("report-2024-01-04.html");
        String page = Files.readString(output.resolve("report-2024-01-04.html"));
        assertThat(page).contains("<html lang=\"en\">", "Ünder &lt;shop&gt;").doesNotContain("Ünder <shop>");
        assertThat(Outcome.table("funnel_steps", output)).contains("view");
    }

    @Test
    void in_french_it_has_a_name_of_its_own() throws IOException {
        assertThat(report("--lang", "fr").exitCode()).isZero();

        assertThat(Files.readString(output.resolve("report-2024-01-04.fr.html")))
                .contains("<html lang=\"fr\">", "4 janvier 2024");
    }

    @Test
    void an_earlier_day_can_be_asked_for_and_compared_with() throws IOException {
        Path page = folder.resolve("earlier.html");
        assertThat(report("--as-of", "2024-01-03", "--open", page.toString()).exitCode())
                .isZero();
        assertThat(Files.readString(page)).contains("3 January 2024").doesNotContain("id=\"changes\"");

        assertThat(report("--compare", "2024-01-03", "--open", page.toString()).exitCode())
                .isZero();
        assertThat(Files.readString(page)).contains("id=\"changes\"");
    }

    @Test
    void the_same_tables_give_the_same_page_in_place_of_the_former_one() throws IOException {
        Path page = folder.resolve("page.html");
        report("--open", page.toString());
        String first = Files.readString(page);
        report("--open", page.toString());

        assertThat(Files.readString(page)).isEqualTo(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void what_is_wrong_is_told_in_one_line() {
        Path empty = folder.resolve("nothing");

        assertOneLine(Outcome.of("report", "--output", empty.toString()), ExitCode.INPUT_CONTRACT, "no results in");
        assertOneLine(
                Outcome.of("report", "--output", folder.resolve("log.csv").toString()),
                ExitCode.INPUT_CONTRACT,
                "log.csv is a file");
        assertOneLine(report("--open", ""), ExitCode.USAGE, "--open names the file");
        assertOneLine(report("--as-of", "2024-02-01"), ExitCode.INPUT_CONTRACT, "there are: 2024-01-03, 2024-01-04");
        assertOneLine(report("--compare", "2024-01-04"), ExitCode.USAGE, "a day before that of the report");
        assertOneLine(report("--compare", "2023-01-04"), ExitCode.INPUT_CONTRACT, "no result as of 2023-01-04");
        assertOneLine(report("--lang", "de"), ExitCode.USAGE, "--lang");
        assertOneLine(report("--at-risk", "-1"), ExitCode.USAGE, "--at-risk");
        assertOneLine(report("--open", folder.resolve("no/where.html").toString()), ExitCode.USAGE, "no folder");
        assertOneLine(report("--open", folder.toString()), ExitCode.USAGE, "is a folder");
    }

    @Test
    void a_damaged_table_or_manifest_is_one_line_and_leaves_the_former_page() throws IOException {
        Path copy = copy(output, folder.resolve("copy"));
        assertThat(Outcome.of("report", "--output", copy.toString()).exitCode()).isZero();
        Path page = copy.resolve("report-2024-01-04.html");
        String former = Files.readString(page);
        Files.writeString(copy.resolve("_runs/as_of=2024-01-04/manifest.json"), "{");

        assertOneLine(Outcome.of("report", "--output", copy.toString()), ExitCode.FAILURE, "manifest of 2024-01-04");
        assertThat(Files.readString(page)).isEqualTo(former);
    }

    private static Outcome report(String... more) {
        String[] arguments = new String[3 + more.length];
        System.arraycopy(new String[] {"report", "--output", output.toString()}, 0, arguments, 0, 3);
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Outcome.of(arguments);
    }

    private static void assertOneLine(Outcome outcome, int exitCode, String part) {
        assertThat(outcome.err().strip()).contains(part).doesNotContain("\n");
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
