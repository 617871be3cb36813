package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
    private static final List<String> ALL =
            Specimen.TABLE.columns().stream().map(Column::name).toList();

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            List<Specimen> specimens = Specimen.random(seed, seed * seed * 10);
            Path file = write("round-" + seed, specimens);
            assertThat(read(file, ALL))
                    .isEqualTo(specimens.stream().map(Specimen::values).toList());
        }
    }

    @Test
    void rowsOfSeveralRowGroupsAreReadBackInOrder() throws IOException {
        ReportTable<Integer> table = new ReportTable<>(
                "numbers",
                "a number",
                List.of(
                        Column.whole("number", "counts up", Integer::longValue),
                        Column.text("noise", "cannot be compressed", number -> noise(number))));
        Path file = folder.resolve("numbers.parquet");
        try (TableWriter<Integer> writer = TableWriter.open(table, TableFiles.output(file))) {
            IntStream.range(0, 450_000).forEach(writer::accept);
            assertThat(writer.rowCount()).isEqualTo(450_000);
        }
        assertThat(Files.size(file)).as("more than a row group of 32 MiB").isGreaterThan(33L << 20);
        List<List<Object>> rows = read(file, List.of("number"));
        assertThat(rows).hasSize(450_000);
        assertThat(IntStream.range(0, rows.size()))
                .allMatch(row -> rows.get(row).equals(List.of((long) row)));
    }

    private static String noise(int seed) {
        Random random = new Random(seed);
        return random.ints(120, 33, 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void onlyTheColumnsAskedForAreReadInTheOrderAskedFor() throws IOException {
        List<Specimen> specimens = Specimen.random(5, 100);
        assertThat(read(write("some", specimens), List.of("texts", "whole")))
                .isEqualTo(specimens.stream()
                        .map(specimen -> Arrays.asList(specimen.texts(), specimen.whole()))
                        .toList());
    }

    @Test
    void aTableWithoutRowsIsAFileWithItsSchema() throws IOException {
        Path file = write("empty", List.of());
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            assertThat(reader.rowCount()).isZero();
            assertThat(reader.rows(ALL)).isExhausted();
            assertThat(reader.columns())
                    .isEqualTo(Specimen.TABLE.columns().stream()
                            .map(column -> new TableColumn(column.name(), column.type()))
                            .toList());
        }
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        Path first = write("first", Specimen.random(7, 5_000));
        Path second = write("second", Specimen.random(7, 5_000));
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void aFileThatIsThereIsReplacedAndNothingLiesBesideIt() throws IOException {
        write("same", Specimen.random(1, 100));
        Path file = write("same", List.of(Specimen.EMPTY));
        assertThat(read(file, ALL)).isEqualTo(List.of(Specimen.EMPTY.values()));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFileThatIsNoParquetIsAnInputOutputError() throws IOException {
        Path file = Files.writeString(folder.resolve("short.parquet"), "PAR1");
        assertThatThrownBy(() -> TableReader.open(TableFiles.input(file))).isInstanceOf(IOException.class);
        Path text = Files.writeString(folder.resolve("text.parquet"), "customer_id,event\n".repeat(10));
        assertThatThrownBy(() -> TableReader.open(TableFiles.input(text))).isInstanceOf(IOException.class);
    }

    @Test
    void aColumnThatIsNotThereOrNamedTwiceIsRefused() throws IOException {
        Path file = write("columns", List.of());
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            assertThatThrownBy(() -> reader.rows(List.of("nothing"))).hasMessageContaining("nothing");
            assertThatThrownBy(() -> reader.rows(List.of("text", "text"))).hasMessageContaining("twice");
        }
    }

    private Path write(String name, List<Specimen> specimens) throws IOException {
        Path file = folder.resolve(name + ".parquet");
        try (TableWriter<Specimen> writer = TableWriter.open(Specimen.TABLE, TableFiles.output(file))) {
            specimens.forEach(writer);
            assertThat(writer.rowCount()).isEqualTo(specimens.size());
        }
        return file;
    }

    private static List<List<Object>> read(Path file, List<String> columns) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            Iterator<TableRow> found = reader.rows(columns);
            found.forEachRemaining(row -> rows.add(IntStream.range(0, columns.size())
                    .mapToObj(row::value)
                    .collect(ArrayList::new, ArrayList::add, ArrayList::addAll)));
            assertThat(reader.rowCount()).isEqualTo(rows.size());
        }
        return rows;
    }
}
