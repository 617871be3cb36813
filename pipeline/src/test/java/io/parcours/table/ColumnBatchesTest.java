package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnBatchesTest {
    private static final List<String> FLAT = List.of("date", "text", "real", "flag", "instant", "whole");

    @TempDir
    Path folder;

    @Test
    void batches_hold_what_rows_hold() throws IOException {
        for (int seed = 0; seed < 12; seed++) {
            List<Specimen> specimens = Specimen.random(seed, seed * seed * 100);
            Path file = folder.resolve(seed + ".parquet");
            try (TableWriter<Specimen> writer = TableWriter.open(Specimen.TABLE, TableFiles.output(file))) {
                specimens.forEach(writer);
            }
            List<List<Object>> expected = specimens.stream()
                    .map(Specimen::values)
                    .map(all -> Arrays.asList(all.get(5), all.get(0), all.get(2), all.get(3), all.get(4), all.get(1)))
                    .toList();
            assertThat(read(file)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_column_goes_on_where_a_row_group_ends_and_where_its_dictionary_was_given_up() throws IOException {
        Path file = folder.resolve("long.parquet");
        List<String> texts = new ArrayList<>();
        Random random = new Random(8);
        for (int row = 0; row < 300_000; row++) {
            texts.add(
                    row < 1_000 || row % 3 == 0
                            ? "often"
                            : row % 3 == 1 ? null : Long.toHexString(random.nextLong()) + "-".repeat(150));
        }
        ReportTable<String> table =
                new ReportTable<>("texts", "a text", List.of(Column.text("text", "any", text -> text)));
        try (TableWriter<String> writer = TableWriter.open(table, TableFiles.output(file))) {
            texts.forEach(text -> writer.accept(text));
        }
        List<String> read = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            reader.batches(List.of("text")).forEachRemaining(batch -> {
                for (int row = 0; row < batch.size(); row++) {
                    read.add(batch.text(0, row));
                    assertThat(batch.isNull(0, row)).isEqualTo(batch.text(0, row) == null);
                }
            });
        }
        assertThat(read).isEqualTo(texts);
    }

    @Test
    void lists_and_columns_that_are_not_there_have_no_batches() throws IOException {
        Path file = folder.resolve("none.parquet");
        TableWriter.open(Specimen.TABLE, TableFiles.output(file)).close();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            assertThatThrownBy(() -> reader.batches(List.of("texts"))).hasMessageContaining("column texts holds lists");
            assertThatThrownBy(() -> reader.batches(List.of("no"))).hasMessage("there is no column no");
            assertThatThrownBy(() -> reader.batches(List.of("text", "text"))).hasMessageContaining("named twice");
            assertThat(reader.batches(FLAT)).isExhausted();
        }
    }

    private static List<List<Object>> read(Path file) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            for (Iterator<ColumnBatch> batches = reader.batches(FLAT); batches.hasNext(); ) {
                ColumnBatch batch = batches.next();
                for (int row = 0; row < batch.size(); row++) {
                    rows.add(row(batch, row));
                }
            }
        }
        return rows;
    }

    private static List<Object> row(ColumnBatch batch, int row) {
        List<Object> values = Arrays.asList(
                LocalDate.ofEpochDay(batch.whole(0, row)),
                batch.text(1, row),
                batch.real(2, row),
                batch.flag(3, row),
                batch.whole(4, row),
                batch.whole(5, row));
        for (int column = 0; column < values.size(); column++) {
            if (batch.isNull(column, row)) {
                values.set(column, null);
            }
        }
        return values;
    }
}
