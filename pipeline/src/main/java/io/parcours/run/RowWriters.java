package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The open files of one task: one for each table that has rows a customer, opened with the first row. */
final class RowWriters implements AutoCloseable {
    private final List<RowWriter<?>> writers = new ArrayList<>();
    private final AsOf asOf;

    RowWriters(List<HistoryTable<?>> tables, AsOf asOf, StagedTables staged, Part part) {
        this.asOf = asOf;
        for (HistoryTable<?> table : tables) {
            writers.add(new RowWriter<>(table, staged, part));
        }
    }

    void write(CustomerHistory history) {
        for (RowWriter<?> writer : writers) {
            writer.write(history, asOf);
        }
    }

    /** Closes all files and names those that have rows. */
    List<PassResult.WrittenFile> finish() {
        List<PassResult.WrittenFile> files = new ArrayList<>();
        for (RowWriter<?> writer : writers) {
            writer.finish(files);
        }
        return files;
    }

    /** Closes all files, also where closing one of them fails; the first failure is thrown. */
    @Override
    public void close() {
        RuntimeException first = null;
        for (RowWriter<?> writer : writers) {
            try {
                writer.close();
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static final class RowWriter<R> {
        private final HistoryTable<R> source;
        private final StagedTables staged;
        private final Part part;
        private TableWriter<R> file;

        RowWriter(HistoryTable<R> source, StagedTables staged, Part part) {
            this.source = source;
            this.staged = staged;
            this.part = part;
        }

        void write(CustomerHistory history, AsOf asOf) {
            source.rows(history, asOf, this::accept);
        }

        private void accept(R row) {
            if (file == null) {
                file = staged.open(source.table(), part);
            }
            file.accept(row);
        }

        void finish(List<PassResult.WrittenFile> files) {
            if (file != null) {
                close();
                files.add(new PassResult.WrittenFile(source.table().name(), part, file.rowCount()));
            }
        }

        void close() {
            if (file != null) {
                try {
                    file.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
