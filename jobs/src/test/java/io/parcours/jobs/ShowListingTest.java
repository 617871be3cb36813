package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableFiles;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowListingTest {
    @TempDir
    Path output;

    @BeforeEach
    void writeTables() throws IOException {
        ShownTables.write(output, "2024-03-01", ShownTables.HOSTILE);
        ShownTables.write(output, "2024-10-01", ShownTables.random(1, 50));
        // A table that this version does not know, with a meaning of its own.
        ReportTable<String> strange = new ReportTable<>(
                "omens", "an omen | of doom", List.of(Column.text("sign", "what was seen", text -> text)));
        Path folder = Files.createDirectories(output.resolve("omens").resolve("as_of=2024-03-01"));
        try (TableWriter<String> writer =
                TableWriter.open(strange, TableFiles.output(folder.resolve("part-00000.parquet")))) {
            writer.accept("a raven");
        }
    }

    @Test
    void withoutATableTheTablesAreListedWithWhatTheirFilesSay() {
        assertThat(show("--format", "csv")).isEqualTo("""
                table,as_of,day_count,row_count,a_row_is
                omens,2024-03-01,1,1,an omen | of doom
                visits,2024-10-01,2,50,a visit
                """);
        assertThat(show("--format", "csv", "--as-of", "2024-10-01", "--columns", "table,row_count"))
                .isEqualTo("table,row_count\nvisits,50\n");
        assertThat(show("--sort", "row_count desc", "--where", "row_count > 1", "--format", "markdown"))
                .isEqualTo("""
                        | table | as_of | day_count | row_count | a_row_is |
                        | --- | --- | ---: | ---: | --- |
                        | visits | 2024-10-01 | 2 | 50 | a visit |
                        """);
    }

    @Test
    void aTableOfAnotherMakerIsListedToo() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message found { required int32 depth; }");
        Path folder = Files.createDirectories(output.resolve("found").resolve("as_of=2024-10-01"));
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        TableFiles.output(folder.resolve("part-00000.parquet")))
                .withType(schema)
                .withConf(new PlainParquetConfiguration())
                .build()) {
            writer.write(new SimpleGroup(schema).append("depth", 3));
        }
        Files.writeString(
                Files.createDirectories(output.resolve("broken").resolve("as_of=2024-10-01"))
                        .resolve("part-00000.parquet"),
                "nothing");
        Ran ran =
                Ran.parcours("show", "--output", output.toString(), "--format", "csv", "--columns", "table,row_count");
        assertThat(ran.out()).isEqualTo("table,row_count\nbroken,\nfound,\nomens,1\nvisits,50\n");
        assertThat(ran.err().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.startsWith("parcours: warning: table "));
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void aDayWithoutTablesAndAFolderWithoutAnyAreInputErrors() throws IOException {
        Ran none = Ran.parcours("show", "--output", output.toString(), "--as-of", "2020-01-01");
        assertThat(none.err()).isEqualTo("parcours: no table has a result as of 2020-01-01 in " + output + "\n");
        assertThat(none.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        Path empty = Files.createDirectories(output.resolve("elsewhere").resolve("empty"));
        assertThat(Ran.parcours("show", "--output", empty.toString()).exitCode())
                .isEqualTo(ExitCode.INPUT_CONTRACT);
    }

    @Test
    void aTableIsDescribedForPeople() {
        assertThat(show("--describe", "visits", "--width", "40")).isEqualTo("""
                visits: a row is a visit
                50 rows as of 2024-10-01; there are 2024-03-01 and 2024-10-01

                 column  | type          | meaning
                ---------+---------------+--------------
                 name    | text          | who
                 visits  | whole number  | how often
                 rate    | real number   | which part
                 is_open | true or false | not over yet
                 at      | instant       | when
                 day     | day           | on which day
                 path    | list of texts | which way
                """);
        assertThat(show("omens", "--describe", "--format", "markdown")).startsWith("""
                omens: a row is an omen \\| of doom
                1 row as of 2024-03-01; there is no other day

                | column | type | meaning |
                """);
    }

    @Test
    void aTableIsDescribedForPrograms() throws IOException {
        assertThat(show("--describe", "omens", "--format", "csv")).isEqualTo("""
                table,a_row_is,as_of,days,row_count,column,type,meaning
                omens,an omen | of doom,2024-03-01,2024-03-01,1,sign,text,what was seen
                """);
        JsonNode columns = new ObjectMapper().readTree(show("--describe", "visits", "--format", "json"));
        assertThat(columns).hasSize(7);
        assertThat(columns.get(1).get("meaning").textValue()).isEqualTo("how often");
        assertThat(columns.get(1).get("row_count").longValue()).isEqualTo(50);
        assertThat(columns.get(1).get("days")).hasSize(2);
    }

    @Test
    void whatCannotBeDescribedIsAUsageError() {
        assertThat(Ran.parcours("show", "--describe", "--output", output.toString())
                        .err())
                .startsWith("parcours: --describe needs the name of a table");
        assertThat(Ran.parcours("show", "--describe", "visit", "--output", output.toString())
                        .err())
                .contains("did you mean visits?");
    }

    private String show(String... more) {
        Ran ran = Ran.parcours(Stream.concat(Stream.of("show", "--output", output.toString()), Stream.of(more))
                .toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }
}
