package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is lost at the borders of pages and dictionaries. */
class TablePagesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 19_999, 20_000, 20_001, 40_000, 40_001})
    void rowsAroundTheBordersOfBatchesAndPagesAreReadBack(int count) throws IOException {
        assertRoundTrip(Specimen.TABLE, Patterned.rows(count, count));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyPatternOfRepeatsAndNullsIsReadBack(long seed) throws IOException {
        assertRoundTrip(Specimen.TABLE, Patterned.rows(seed, 65_000));
    }

    @Test
    void everyRowGroupHasDictionariesOfItsOwn() throws IOException {
        ReportTable<Integer> table = new ReportTable<>(
                "groups",
                "a row",
                List.of(
                        Column.text("noise", "cannot be compressed", TablePagesTest::noise),
                        Column.text("word", "one in a thousand rows", row -> "word-" + row / 1_000),
                        Column.wholeInEveryRow("whole", "likewise", row -> row / 1_000),
                        Column.texts(
                                "words",
                                "some",
                                row -> List.of("word-" + row / 1_000).subList(0, row % 2)),
                        Column.flag("flag", "now and then", row -> row % 3 == 0 ? null : row % 5 == 0)));
        WrittenFile<Integer> file = assertRoundTrip(table, numbers(90_000));
        try (ParquetFileReader reader = file.open()) {
            assertThat(reader.getRowGroups())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(group -> assertThat(group.getColumns())
                            .extracting(ColumnChunkMetaData::hasDictionaryPage)
                            .containsExactly(false, true, true, true, false));
        }
    }

    private static String noise(int seed) {
        return new Random(seed)
                .ints(500, 33, 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void aDictionaryThatFillsUpGivesWayToTheValuesThemselves() throws IOException {
        // Three texts and numbers at first, so that a dictionary pays, then none twice.
        ReportTable<Integer> table = new ReportTable<>(
                "overflow",
                "a row",
                List.of(
                        Column.text("text", "long ones", row -> "x".repeat(50) + (row < 25_000 ? row % 3 : row)),
                        Column.whole("whole", "a number", row -> row < 25_000 ? row % 3 : (long) row)));
        for (ColumnChunkMetaData column : chunks(assertRoundTrip(table, numbers(90_000)))) {
            assertThat(column.getEncodings()).contains(Encoding.RLE_DICTIONARY, Encoding.PLAIN);
            assertThat(column.hasDictionaryPage()).isTrue();
        }
    }

    @Test
    void whatDoesNotRepeatHasNoDictionary() throws IOException {
        ReportTable<Integer> table = new ReportTable<>(
                "distinct",
                "a row",
                List.of(
                        Column.text("id", "never twice", row -> "id-" + row),
                        Column.text("word", "often", row -> "word-" + row % 10),
                        Column.text("nothing", "always null", row -> null)));
        assertThat(chunks(assertRoundTrip(table, numbers(30_000))))
                .extracting(ColumnChunkMetaData::hasDictionaryPage)
                .containsExactly(false, true, false);
    }

    @Test
    void numbersMadeToCollideAreReadBack() throws IOException {
        // The small multiples of this one all fall into one place of the dictionary.
        long inverse = 0xF1DE83E19937733DL;
        assertThat(inverse * 0x9E3779B97F4A7C15L)
                .as("the inverse of the hash's factor modulo 2^64")
                .isEqualTo(1);
        ReportTable<Integer> table = new ReportTable<>(
                "colliding", "a row", List.of(Column.whole("whole", "a number", row -> row % 1_000 * inverse)));
        assertThat(chunks(assertRoundTrip(table, numbers(30_000))))
                .as("looking up gave up")
                .noneMatch(ColumnChunkMetaData::hasDictionaryPage);
    }

    @Test
    void hugeTextsAreReadBackAndFillPagesEarly() throws IOException {
        ReportTable<Integer> table = new ReportTable<>(
                "huge",
                "a row",
                List.of(
                        Column.text("text", "small and huge", row -> row % 50 == 7 ? "é".repeat(700_000 + row) : "s"),
                        Column.texts("texts", "likewise", row -> Arrays.asList("s", "y".repeat(row % 90 * 20_000)))));
        WrittenFile<Integer> file = assertRoundTrip(table, numbers(300));
        try (ParquetFileReader reader = file.open()) {
            for (ColumnChunkMetaData column : chunks(file)) {
                assertThat(reader.readOffsetIndex(column).getPageCount()).isGreaterThan(3);
            }
        }
    }

    @Test
    void aListOfVeryManyTextsIsReadBack() throws IOException {
        ReportTable<Integer> table = new ReportTable<>(
                "lists",
                "a row",
                List.of(Column.texts(
                        "texts",
                        "many",
                        row -> IntStream.range(0, row * 10_000)
                                .mapToObj(i -> i % 3 == 0 ? null : "text " + i % 100)
                                .toList())));
        assertRoundTrip(table, numbers(60));
    }

    @Test
    void numbersThatEveryRowHasAreWrittenLikeOthers() throws IOException {
        ReportTable<Specimen> others = new ReportTable<>(
                "numbers",
                "a row",
                List.of(
                        Column.whole("whole", "a number", row -> number(row)),
                        Column.instant("instant", "when", row -> -number(row)),
                        Column.real("real", "a double", Specimen::real)));
        ReportTable<Specimen> everyRow = new ReportTable<>(
                "numbers",
                "a row",
                List.of(
                        Column.wholeInEveryRow("whole", "a number", TablePagesTest::number),
                        Column.instantInEveryRow("instant", "when", row -> -number(row)),
                        Column.realOrNaN("real", "a double", row -> row.real() == null ? Double.NaN : row.real())));
        List<Specimen> rows = Specimen.random(17, 30_000);
        WrittenFile<Specimen> expected = WrittenFile.of(others, rows, folder.resolve("others.parquet"));
        assertThat(expected.values()).hasSize(30_000);
        assertThat(WrittenFile.of(everyRow, rows, folder.resolve("every.parquet"))
                        .location())
                .hasSameBinaryContentAs(expected.location());
    }

    private static long number(Specimen row) {
        return row.whole() == null ? 0 : row.whole();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private <R> WrittenFile<R> assertRoundTrip(ReportTable<R> table, List<R> rows) throws IOException {
        WrittenFile<R> file = WrittenFile.of(table, rows, folder.resolve(table.name() + ".parquet"));
        assertThat(file.values()).isEqualTo(WrittenFile.values(table, rows));
        return file;
    }

    private static List<ColumnChunkMetaData> chunks(WrittenFile<?> file) throws IOException {
        try (ParquetFileReader reader = file.open()) {
            assertThat(reader.getRowGroups()).hasSize(1);
            return reader.getRowGroups().get(0).getColumns();
        }
    }
}
