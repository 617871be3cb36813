package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.CountedRows;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.table.ReportTable;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The open files of one task: one for each table that has rows a customer, opened with the first row. */
final class RowWriters implements AutoCloseable {
    private final List<RowWriter<?>> writers = new ArrayList<>();
    private final StagedTables staged;
    private final Part part;

    RowWriters(StagedTables staged, Part part) {
        this.staged = staged;
        this.part = part;
    }

    /** Also writes this table. */
    <R> void add(HistoryTable<R> table, AsOf asOf) {
        add(table.table(), (history, sink) -> table.rows(history, asOf, sink));
    }

    /** Also writes the rows of these counts, which take in every history before it is written. */
    <R> void add(CountedRows<R> counts) {
        add(counts.rowTable(), (history, sink) -> counts.latestRows(sink));
    }

    private <R> void add(ReportTable<R> table, BiConsumer<CustomerHistory, Consumer<R>> rows) {
        writers.add(new RowWriter<>(table, rows, staged, part));
    }

    void write(CustomerHistory history) {
        for (RowWriter<?> writer : writers) {
            writer.write(history);
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
        private final ReportTable<R> table;
        private final BiConsumer<CustomerHistory, Consumer<R>> rows;
        private final StagedTables staged;
        private final Part part;
        private final Consumer<R> sink = this::accept;
        private TableWriter<R> file;

        RowWriter(ReportTable<R> table, BiConsumer<CustomerHistory, Consumer<R>> rows, StagedTables staged, Part part) {
            this.table = table;
            this.rows = rows;
            this.staged = staged;
            this.part = part;
        }

        void write(CustomerHistory history) {
            rows.accept(history, sink);
        }

        private void accept(R row) {
            if (file == null) {
                file = staged.open(table, part);
            }
            file.accept(row);
        }

        void finish(List<PassResult.WrittenFile> files) {
            if (file != null) {
                close();
                files.add(new PassResult.WrittenFile(table.name(), part, file.rowCount()));
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
