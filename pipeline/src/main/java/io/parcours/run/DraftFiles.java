package io.parcours.run;

import io.parcours.journey.CompletedTable;
import io.parcours.journey.DraftSums;
import io.parcours.journey.Drafts;
import io.parcours.table.ColumnBatch;
import io.parcours.table.ReportTable;
import io.parcours.table.TableColumn;
import io.parcours.table.TableReader;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The drafts that the pass wrote, file by file; they lie among the attempts and go with them. */
final class DraftFiles implements Drafts {
    private final Workers workers;
    private final StagedTables staged;
    private final Map<String, List<PassResult.WrittenFile>> files = new HashMap<>();

    DraftFiles(Workers workers, StagedTables staged) {
        this.workers = workers;
        this.staged = staged;
    }

    /** Takes an accepted file. */
    void take(PassResult.WrittenFile file) {
        files.computeIfAbsent(file.table(), table -> new ArrayList<>()).add(file);
    }

    @Override
    public <S extends DraftSums<S>> S sum(ReportTable<?> draft, S nothing) {
        byte[] begin = Bytes.of(nothing);
        List<S> sums = new ArrayList<>();
        workers.forEach(filesOf(draft), new Summing<S>(staged, begin), sum -> {
            if (sums.isEmpty()) {
                sums.add(sum);
            } else {
                sums.get(0).merge(sum);
            }
        });
        return sums.isEmpty() ? nothing : sums.get(0);
    }

    /** Completes a table, and hands over each of its accepted files. */
    <R> void complete(CompletedTable<R> table, Consumer<PassResult.WrittenFile> results) {
        workers.forEach(filesOf(table.draft()), new Completing<>(staged, table), results);
    }

    private List<PassResult.WrittenFile> filesOf(ReportTable<?> draft) {
        return files.getOrDefault(draft.name(), List.of()).stream()
                .sorted(Comparator.comparingInt(file -> file.part().number()))
                .toList();
    }

    private static void forEachBatch(StagedTables staged, PassResult.WrittenFile file, Consumer<ColumnBatch> batches) {
        try (TableReader reader = staged.read(file)) {
            List<String> columns =
                    reader.columns().stream().map(TableColumn::name).toList();
            Iterator<ColumnBatch> read = reader.batches(columns);
            read.forEachRemaining(batches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Summing<S extends DraftSums<S>>(StagedTables staged, byte[] begin)
            implements Work<PassResult.WrittenFile, S>, Serializable {
        @Override
        public S over(PassResult.WrittenFile file, long attempt) {
            // Written and read by this very run, as the type says.
            @SuppressWarnings("unchecked")
            S sums = (S) Bytes.read(begin, DraftSums.class);
            forEachBatch(staged, file, sums::add);
            return sums;
        }
    }

    private record Completing<R>(StagedTables staged, CompletedTable<R> table)
            implements Work<PassResult.WrittenFile, PassResult.WrittenFile>, Serializable {
        @Override
        public PassResult.WrittenFile over(PassResult.WrittenFile file, long attempt) {
            Part part = new Part(file.part().number(), attempt);
            try (TableWriter<R> writer = staged.open(table.table(), part)) {
                forEachBatch(staged, file, batch -> table.complete(batch, writer));
                return new PassResult.WrittenFile(table.table().name(), part, writer.rowCount());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
