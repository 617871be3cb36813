package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.DraftSums;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryTable;
import io.parcours.table.ColumnBatch;
import io.parcours.table.ReportTable;
import io.parcours.table.TableColumn;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Drafts as a run writes them: files, each summed over on a copy of its own that travelled as bytes. */
final class WrittenDrafts implements Drafts {
    private final Path folder;
    private final Map<String, List<Path>> files = new LinkedHashMap<>();
    private int looks;

    WrittenDrafts(Path folder) {
        this.folder = folder;
    }

    /** Writes one more file of a draft. */
    <R> void write(HistoryTable<R> draft, List<CustomerHistory> histories, AsOf asOf) {
        List<R> rows = new ArrayList<>();
        histories.forEach(history -> draft.rows(history, asOf, rows::add));
        write(draft.table(), rows);
    }

    <R> void write(ReportTable<R> table, List<R> rows) {
        List<Path> written = files.computeIfAbsent(table.name(), name -> new ArrayList<>());
        Path file = folder.resolve(table.name() + written.size() + ".parquet");
        try (TableWriter<R> writer = TableWriter.open(table, TableFiles.output(file))) {
            rows.forEach(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written.add(file);
    }

    /** How often all rows were looked at. */
    int looks() {
        return looks;
    }

    @Override
    public <S extends DraftSums<S>> S sum(ReportTable<?> draft, S nothing) {
        looks++;
        S all = null;
        for (Path file : files.getOrDefault(draft.name(), List.of())) {
            S part = copy(nothing);
            forEachBatch(file, part::add);
            if (all == null) {
                all = copy(part);
            } else {
                all.merge(copy(part));
            }
        }
        return all == null ? nothing : all;
    }

    void forEachBatch(ReportTable<?> draft, Consumer<ColumnBatch> batches) {
        files.getOrDefault(draft.name(), List.of()).forEach(file -> forEachBatch(file, batches));
    }

    private static void forEachBatch(Path file, Consumer<ColumnBatch> batches) {
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            reader.batches(reader.columns().stream().map(TableColumn::name).toList())
                    .forEachRemaining(batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What was written is read back.
    @SuppressWarnings("unchecked")
    private static <S> S copy(S sums) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(sums);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (S) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
