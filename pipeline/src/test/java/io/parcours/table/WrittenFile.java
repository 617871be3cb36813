package io.parcours.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.OutputFile;

/** A table's file in a test: written, and looked at. */
record WrittenFile<R>(ReportTable<R> table, Path location) {

    static <R> WrittenFile<R> of(ReportTable<R> table, List<R> rows, Path location) throws IOException {
        write(table, rows, TableFiles.output(location));
        return new WrittenFile<>(table, location);
    }

    static <R> void write(ReportTable<R> table, List<R> rows, OutputFile file) throws IOException {
        try (TableWriter<R> writer = TableWriter.open(table, file)) {
            rows.forEach(writer);
        }
    }

    /** What the columns say of the rows, as it must be read back. */
    static <R> List<List<Object>> values(ReportTable<R> table, List<R> rows) {
        List<List<Object>> values = new ArrayList<>();
        for (R row : rows) {
            Object[] found = new Object[table.columns().size()];
            Arrays.setAll(
                    found, index -> asRead(table.columns().get(index).value().apply(row)));
            values.add(Arrays.asList(found));
        }
        return values;
    }

    private static Object asRead(Object value) {
        return value instanceof long[] instants
                ? LongStream.of(instants)
                        .mapToObj(instant -> instant == Column.NO_INSTANT ? null : (Long) instant)
                        .toList()
                : value;
    }

    /** All values as they are read back. */
    List<List<Object>> values() throws IOException {
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<List<Object>> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(location))) {
            reader.rows(names)
                    .forEachRemaining(row -> rows.add(IntStream.range(0, names.size())
                            .mapToObj(row::value)
                            .collect(ArrayList::new, ArrayList::add, ArrayList::addAll)));
        }
        return rows;
    }

    /** Parquet's own view of the file. */
    ParquetFileReader open() throws IOException {
        return ParquetFileReader.open(
                TableFiles.input(location),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new PageCodecs())
                        .build());
    }
}
