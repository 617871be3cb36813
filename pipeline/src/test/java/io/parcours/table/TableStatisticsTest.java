package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of its columns and pages, so that readers may skip them, is true. */
class TableStatisticsTest {
    private static final Comparator<String> BY_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {20, 21, 22, 23, 24, 25, 26, 27})
    void leastAndGreatestValuesAndNullsAreThoseOfTheRows(long seed) throws IOException {
        List<Specimen> rows = new ArrayList<>(Patterned.rows(seed, 45_000));
        rows.addAll(Specimen.random(seed, 5_000));
        WrittenFile<Specimen> file = WrittenFile.of(Specimen.TABLE, rows, folder.resolve("specimens.parquet"));
        try (ParquetFileReader reader = file.open()) {
            assertColumn(reader, 0, of(rows, Specimen::text), BY_BYTES);
            assertColumn(reader, 1, of(rows, Specimen::whole), Comparator.naturalOrder());
            assertColumn(reader, 2, of(rows, TableStatisticsTest::finite), Comparator.naturalOrder());
            assertColumn(reader, 3, of(rows, Specimen::flag), Comparator.naturalOrder());
            assertColumn(reader, 4, of(rows, Specimen::instant), Comparator.naturalOrder());
            assertColumn(reader, 5, of(rows, TableStatisticsTest::day), Comparator.naturalOrder());
        }
    }

    private static Double finite(Specimen row) {
        return row.real() == null || !Double.isFinite(row.real()) ? null : row.real();
    }

    private static Integer day(Specimen row) {
        return row.date() == null ? null : (Integer) (int) row.date().toEpochDay();
    }

    private static <T> List<T> of(List<Specimen> rows, Function<Specimen, T> value) {
        return rows.stream().map(value).toList();
    }

    private static <T> void assertColumn(ParquetFileReader reader, int column, List<T> values, Comparator<T> order)
            throws IOException {
        assertThat(reader.getRowGroups()).hasSize(1);
        ColumnChunkMetaData chunk = reader.getRowGroups().get(0).getColumns().get(column);
        Statistics<?> statistics = chunk.getStatistics();
        assertThat(statistics.getNumNulls()).isEqualTo(nulls(values));
        assertThat(plain(statistics.genericGetMin())).isEqualTo(least(values, order));
        assertThat(plain(statistics.genericGetMax())).isEqualTo(least(values, order.reversed()));
        ColumnIndex index = reader.readColumnIndex(chunk);
        OffsetIndex places = reader.readOffsetIndex(chunk);
        assertThat(places.getPageCount()).isGreaterThan(1);
        for (int page = 0; page < places.getPageCount(); page++) {
            int from = (int) places.getFirstRowIndex(page);
            int last = (int) places.getLastRowIndex(page, values.size());
            assertPage(index, page, chunk.getPrimitiveType(), values.subList(from, last + 1), order);
        }
    }

    private static <T> void assertPage(
            ColumnIndex index, int page, PrimitiveType type, List<T> values, Comparator<T> order) {
        assertThat(index.getNullCounts().get(page)).isEqualTo(nulls(values));
        assertThat(index.getNullPages().get(page)).isEqualTo(nulls(values) == values.size());
        if (nulls(values) < values.size()) {
            Statistics<?> bounds = Statistics.getBuilderForReading(type)
                    .withMin(bytes(index.getMinValues().get(page)))
                    .withMax(bytes(index.getMaxValues().get(page)))
                    .build();
            assertThat(plain(bounds.genericGetMin())).isEqualTo(least(values, order));
            assertThat(plain(bounds.genericGetMax())).isEqualTo(least(values, order.reversed()));
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static long nulls(List<?> values) {
        return values.stream().filter(Objects::isNull).count();
    }

    private static <T> T least(List<T> values, Comparator<T> order) {
        return values.stream().filter(Objects::nonNull).min(order).orElse(null);
    }

    private static Object plain(Object bound) {
        return bound instanceof Binary bytes ? bytes.toStringUsingUTF8() : bound;
    }
}
