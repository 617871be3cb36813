package io.parcours.output;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder where one run collects its tables until they are published. */
record Staging(OutputStore store, RunId run) {

    /** Deletes what is staged, by whomever: who holds the lock is the only one alive. */
    static void clear(OutputStore store) {
        // While there is a journal, staging may hold the only copy of what it publishes.
        if (!store.exists(OutputPaths.JOURNAL)) {
            store.delete(OutputPaths.STAGING);
        }
    }

    void create() {
        store.createFolders(OutputPaths.staging(run));
    }

    String folder(String table) {
        String folder = OutputPaths.staged(run, table);
        store.createFolders(folder);
        return store.child(folder);
    }

    String attempts() {
        store.createFolders(OutputPaths.attempts(run));
        return store.child(OutputPaths.attempts(run));
    }

    /** The files of each table, after those that readers would skip are gone. */
    SortedMap<String, List<String>> files(Set<String> tables) {
        SortedMap<String, List<String>> staged = new TreeMap<>();
        for (String table : tables) {
            String folder = OutputPaths.staged(run, table);
            dropHidden(folder);
            List<String> files = store.files(folder);
            if (files.isEmpty() || !store.folders(folder).isEmpty()) {
                throw new IllegalStateException("table " + table + " needs at least one file and no folder in staging");
            }
            staged.put(table, files);
        }
        return staged;
    }

    /**
     * Does all of a publication that can fail for want of space or permission, so that nothing but renaming is left;
     * then moves the journal into place.
     */
    void commit(Journal journal, String manifest) {
        for (Map.Entry<String, List<String>> table : journal.tables().entrySet()) {
            String folder = OutputPaths.staged(run, table.getKey());
            table.getValue().forEach(file -> store.sync(folder + "/" + file));
            store.sync(folder);
            makeReceivable(table.getKey(), OutputPaths.partition(table.getKey(), journal.asOf()));
        }
        makeReceivable(OutputPaths.run(journal.asOf()), OutputPaths.record(journal.asOf()));
        store.createFolders(OutputPaths.former(run));
        writeDurably(OutputPaths.stagedManifest(run), manifest);
        writeDurably(OutputPaths.stagedJournal(run), journal.toJson());
        writeDurably(OutputPaths.complete(run), "");
        store.sync(OutputPaths.staging(run));
        store.move(OutputPaths.stagedJournal(run), OutputPaths.JOURNAL);
    }

    /** Keeps tables that must not be published where the failures of a day lie, laid out as published ones are. */
    void keep(LocalDate asOf, Set<String> tables, String manifest) {
        String kept = OutputPaths.stagedFailure(run);
        for (String table : files(tables).keySet()) {
            store.move(OutputPaths.staged(run, table), kept + "/" + OutputPaths.partition(table, asOf));
        }
        store.write(kept + "/manifest.json", manifest);
        store.delete(OutputPaths.failed(asOf));
        store.move(kept, OutputPaths.failed(asOf));
    }

    private void makeReceivable(String folder, String target) {
        store.createFolders(folder);
        store.checkReplaceable(target);
    }

    private void dropHidden(String folder) {
        for (List<String> names : List.of(store.files(folder), store.folders(folder))) {
            names.stream().filter(OutputPaths::isHidden).forEach(name -> store.delete(folder + "/" + name));
        }
    }

    private void writeDurably(String path, String text) {
        store.write(path, text);
        store.sync(path);
    }
}
