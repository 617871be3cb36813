package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCommandTest {
    @TempDir
    Path output;

    @BeforeEach
    void writeTwoResults() throws IOException {
        ShownTables.write(output, "2024-03-01", ShownTables.HOSTILE);
        ShownTables.write(output, "2024-10-01", ShownTables.random(1, 50));
        Files.createDirectories(output.resolve("_runs").resolve("as_of=2024-10-01"));
        Files.createDirectories(output.resolve("unfinished"));
    }

    @Test
    void theLatestResultIsShownUnlessADayIsNamed() {
        assertThat(show("visits", "--format", "csv").out().lines()).hasSize(51);
        assertThat(show("visits", "--format", "csv", "--columns", "visits", "--as-of", "2024-03-01")
                        .out())
                .isEqualTo("visits\n1\n-20\n9007199254740993\n\n0\n\n");
    }

    @Test
    void columnsComeInTheOrderAskedForEvenWhenOthersAreFilteredAndSortedBy() {
        Ran ran = show(
                "visits",
                "--as-of",
                "2024-03-01",
                "--format",
                "csv",
                "--columns",
                "is_open, name",
                "--where",
                "visits >= 0",
                "--sort",
                "-visits",
                "--limit",
                "2");
        assertThat(ran.out()).isEqualTo("is_open,name\n,\"two\nlines\r\n| pipe\"\ntrue,plain\n");
    }

    @Test
    void anOutputFolderMayBeAFileLocation() {
        assertThat(Ran.parcours("show", "visits", "--output", "file://" + output, "--limit", "1")
                        .exitCode())
                .isZero();
    }

    @Test
    void anUnknownTableIsAUsageErrorThatNamesThoseThereAre() throws IOException {
        Path other = Files.createDirectories(output.resolve("journeys").resolve("as_of=2024-10-01"));
        Files.copy(
                output.resolve("visits").resolve("as_of=2024-10-01").resolve("part-00000.parquet"),
                other.resolve("part-00000.parquet"));
        assertFails(show("visit"), ExitCode.USAGE, "no table visit", "did you mean visits?", "journeys, visits");
        assertFails(show("zzzzzz"), ExitCode.USAGE, "no table zzzzzz in " + output + "; there are: journeys, visits");
        assertFails(show("../visits"), ExitCode.USAGE, "no table ../visits");
        assertFails(show("_runs"), ExitCode.USAGE, "no table _runs");
        assertFails(show("unfinished"), ExitCode.USAGE, "no table unfinished");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"--columns | name,visit", "--where   | visit = 1", "--sort    | visit", "--sort    | name,-visit"})
    void anUnknownColumnIsAUsageErrorThatNamesThoseThereAre(String option, String value) {
        assertFails(
                show("visits", option, value),
                ExitCode.USAGE,
                "table visits has no column visit; did you mean visits?; there are: name, visits, rate, is_open, at, day, path");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "visits =              | a value (in quotes if it has blanks) is expected at the end",
                "visits 3              | one of = != < <= > >= or is null is expected where it says 3",
                "visits = 3 or rate = 1| and, or the end, is expected where it says or rate = 1",
                "visits = 3 and        | a column is expected at the end",
                "visits = many         | column visits is a number, which many is not",
                "rate > NaN            | column rate is a number, which NaN is not",
                "is_open = maybe       | column is_open is true or false, which maybe is not",
                "at > yesterday        | column at is an instant (2024-01-31, 2024-01-31T10:00:00Z), which yesterday is not",
                "day = 2024-02-30      | column day is a day (2024-01-31), which 2024-02-30 is not",
                "name = 'open          | a value (in quotes if it has blanks) is expected where it says 'open"
            })
    void aConditionThatIsNoneIsAUsageError(String where, String message) {
        assertFails(show("visits", "--where", where), ExitCode.USAGE, "--where: " + message);
    }

    @Test
    void wrongOptionsAreUsageErrors() {
        assertFails(show("visits", "--sort", "name sideways"), ExitCode.USAGE, "--sort");
        assertFails(show("visits", "--limit", "-1"), ExitCode.USAGE, "--limit");
        assertFails(show("visits", "--format", "xml"), ExitCode.USAGE, "xml");
        assertFails(show("visits", "--as-of", "soon"), ExitCode.USAGE, "soon");
        assertFails(Ran.parcours("show", "visits"), ExitCode.USAGE, "--output");
    }

    @Test
    void aDayWithoutResultIsAnInputErrorThatNamesThoseThereAre() {
        assertFails(
                show("visits", "--as-of", "2024-03-02"),
                ExitCode.INPUT_CONTRACT,
                "no result as of 2024-03-02",
                "2024-03-01, 2024-10-01");
    }

    @Test
    void aFolderWithoutResultsIsAnInputError() throws IOException {
        Path empty = Files.createDirectories(output.resolve("elsewhere").resolve("empty"));
        assertFails(
                Ran.parcours("show", "visits", "--output", empty.toString()),
                ExitCode.INPUT_CONTRACT,
                "no results in " + empty);
        assertFails(
                Ran.parcours(
                        "show", "visits", "--output", empty.resolve("missing").toString()),
                ExitCode.INPUT_CONTRACT,
                "no results in");
    }

    @Test
    void aFileIsNoFolderOfResults() throws IOException {
        Path file = Files.writeString(output.resolve("log.csv"), "customer_id");
        assertFails(
                Ran.parcours("show", "visits", "--output", file.toString()),
                ExitCode.INPUT_CONTRACT,
                file + " is a file; --output names the folder that a run wrote to");
    }

    @Test
    void aBrokenFileIsAFailureThatNamesIt() throws IOException {
        Path broken = output.resolve("visits").resolve("as_of=2024-10-01").resolve("part-00000.parquet");
        Files.writeString(broken, "not what it says it is");
        assertFails(show("visits"), ExitCode.FAILURE, broken.toString());
    }

    @Test
    void whatLiesBesideThePartsIsNotRead() throws IOException {
        Path folder = output.resolve("visits").resolve("as_of=2024-10-01");
        Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.writeString(folder.resolve(".part-00000.parquet.crc"), "crc");
        assertThat(show("visits", "--format", "csv").out().lines()).hasSize(51);
    }

    @Test
    void aReaderThatStopsReadingEndsTheCommandQuietly() throws IOException {
        ShownTables.write(output, "2024-10-02", ShownTables.random(1, 200_000));
        ClosedPipe pipe = new ClosedPipe();
        StringWriter err = new StringWriter();
        int exitCode = Parcours.execute(
                new PrintWriter(pipe, false, StandardCharsets.UTF_8),
                new PrintWriter(err),
                "show",
                "visits",
                "--output",
                output.toString(),
                "--format",
                "csv");
        assertThat(exitCode).isZero();
        assertThat(err.toString()).isEmpty();
        // The buffer before the pipe tries again at every word; a row has about ten, and there are 200,000 rows.
        assertThat(pipe.refused).as("attempts to write on").isLessThan(20_000);
    }

    private static final class ClosedPipe extends OutputStream {
        private int refused;

        @Override
        public void write(int letter) throws IOException {
            refused++;
            throw new IOException("Broken pipe");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            write(0);
        }
    }

    private Ran show(String table, String... more) {
        Stream<String> arguments = Stream.of("show", table, "--output", output.toString());
        return Ran.parcours(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
    }

    private static void assertFails(Ran ran, int exitCode, String... messages) {
        assertThat(ran.err()).startsWith("parcours: ").contains(messages);
        assertThat(ran.err().lines()).as("lines on stderr").hasSize(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exitCode()).isEqualTo(exitCode);
    }
}
