package io.parcours.jobs;

import io.parcours.table.TableColumn;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.io.InputFile;

/** The rows of a table's files; only the columns that are asked for are read. */
final class FileRows implements RowSource {
    private final List<InputFile> files;
    private final List<TableColumn> columns;

    private FileRows(List<InputFile> files, List<TableColumn> columns) {
        this.files = files;
        this.columns = columns;
    }

    /** The rows of these files, at least one, which all have the first one's columns. */
    static FileRows of(List<InputFile> files) throws IOException {
        try (TableReader reader = TableReader.open(files.get(0))) {
            return new FileRows(List.copyOf(files), reader.columns());
        }
    }

    @Override
    public List<TableColumn> columns() {
        return columns;
    }

    @Override
    public void read(List<String> names, Predicate<RowValues> sink) throws IOException {
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                Iterator<TableRow> rows = reader.rows(names);
                while (rows.hasNext()) {
                    if (!sink.test(rows.next()::value)) {
                        return;
                    }
                }
            }
        }
    }
}
