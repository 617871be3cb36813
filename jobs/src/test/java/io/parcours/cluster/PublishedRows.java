package io.parcours.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.output.OutputStore;
import io.parcours.output.PublishedTables;
import io.parcours.table.TableColumn;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The rows of one published table, read again without Spark, in their order across its files. */
final class PublishedRows implements AutoCloseable {
    private final Iterator<String> files;
    private TableReader file;
    private Iterator<TableRow> rows;
    private int width;

    private PublishedRows(List<String> files) throws IOException {
        this.files = files.iterator();
        assertThat(files).isNotEmpty();
        openNext();
    }

    /** Both outputs hold the same tables with the same rows in the same order, and nothing else. */
    static void assertSame(Path expected, Path actual) throws IOException {
        PublishedTables expectedTables = tables(expected);
        PublishedTables actualTables = tables(actual);
        assertThat(actualTables.names()).isEqualTo(expectedTables.names()).hasSizeGreaterThan(10);
        for (String table : expectedTables.names()) {
            assertThat(actualTables.days(table))
                    .isEqualTo(expectedTables.days(table))
                    .hasSize(1);
            LocalDate day = expectedTables.days(table).first();
            try (PublishedRows left = new PublishedRows(expectedTables.files(table, day));
                    PublishedRows right = new PublishedRows(actualTables.files(table, day))) {
                assertSame(table, left, right);
            }
        }
        assertNothingIsLeftOver(actual);
    }

    private static void assertSame(String table, PublishedRows expected, PublishedRows actual) throws IOException {
        assertThat(actual.columns()).as(table).isEqualTo(expected.columns());
        long number = 0;
        List<Object> row = expected.next();
        while (row != null) {
            List<Object> other = actual.next();
            if (!row.equals(other)) {
                assertThat(other).as("row " + number + " of " + table).isEqualTo(row);
            }
            number++;
            row = expected.next();
        }
        assertThat(actual.next()).as("row " + number + " of " + table).isNull();
    }

    /** No file of an attempt lies among the tables, nor anything in staging. */
    private static void assertNothingIsLeftOver(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> output.relativize(file).toString())
                            .filter(file -> !file.startsWith("_runs/") && !file.equals("_lock")))
                    .allMatch(file -> file.matches("[a-z_]+/as_of=[0-9-]+/part-[0-9]{5}\\.parquet"));
        }
    }

    private static PublishedTables tables(Path output) {
        return new PublishedTables(OutputStore.open(output.toString(), Configuration::new));
    }

    private List<String> columns() {
        return file.columns().stream().map(TableColumn::toString).toList();
    }

    /** The next row, or null behind the last one. */
    private List<Object> next() throws IOException {
        while (!rows.hasNext()) {
            if (!files.hasNext()) {
                return null;
            }
            openNext();
        }
        TableRow row = rows.next();
        List<Object> values = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            values.add(row.value(column));
        }
        return values;
    }

    private void openNext() throws IOException {
        close();
        file = TableReader.open(TableFiles.input(Path.of(files.next())));
        List<String> names = file.columns().stream().map(TableColumn::name).toList();
        width = names.size();
        rows = file.rows(names);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
