package io.parcours.output;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does what a journal says, or the rest of it: every step looks first whether it was done already, so that a swap that
 * was cut off anywhere is finished by doing it again. It goes forward and never back, since all new tables are complete
 * in staging before the journal exists, while parts of the former ones may already be gone.
 *
 * <p>Staging tells how far it came: a file of the journal leaves it only by reaching its table, and none does before the
 * former partition is out of the way. So while a table's staged files are all there, whatever lies in its partition can
 * go (it is the former one, or the torn beginning of a move); as soon as one is not, all that lies there is new.
 */
final class Swap {
    private final OutputStore store;
    private final Journal journal;

    private Swap(OutputStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * Completes a publication; afterwards there is no journal. The caller holds the lock.
     *
     * @throws OutputException when a step fails, and before the first one when files of the journal are gone
     */
    static void complete(OutputStore store, Journal journal) {
        Swap swap = new Swap(store, journal);
        swap.requireStaging();
        journal.tables().keySet().forEach(swap::replace);
        journal.removed().forEach(swap::clear);
        swap.finish();
    }

    private void requireStaging() {
        boolean isWhole = store.exists(OutputPaths.complete(journal.run()));
        for (String table : journal.tables().keySet()) {
            Set<String> missing = new HashSet<>(journal.tables().get(table));
            missing.removeAll(store.files(staged(table)));
            missing.removeAll(store.files(target(table)));
            isWhole &= missing.isEmpty();
        }
        if (!isWhole) {
            throw new OutputException("files are gone from " + store.child(OutputPaths.staging(journal.run()))
                    + " that were to be published: delete " + store.child(OutputPaths.JOURNAL) + " and run "
                    + journal.asOf() + " again");
        }
    }

    private void replace(String table) {
        List<String> files = store.files(staged(table));
        if (files.containsAll(journal.tables().get(table))) {
            clear(table);
            store.move(staged(table), target(table));
        } else {
            // Nothing is left to do, or, where a folder is moved file by file, the rest of a move that was cut off.
            files.forEach(file -> store.move(staged(table) + "/" + file, target(table) + "/" + file));
        }
    }

    private void clear(String table) {
        if (store.exists(target(table))) {
            store.setAside(target(table), OutputPaths.former(journal.run()) + "/" + table);
        }
    }

    private void finish() {
        LocalDate asOf = journal.asOf();
        String manifest = OutputPaths.stagedManifest(journal.run());
        if (store.exists(manifest)) {
            store.move(manifest, OutputPaths.manifest(asOf));
        }
        if (journal.kept().isEmpty()) {
            // A publication that keeps tables read no log: what the gate refused of the day's latest log stays.
            store.delete(OutputPaths.failed(asOf));
        }
        Stream.concat(journal.tables().keySet().stream(), journal.removed().stream())
                .filter(store::exists)
                .forEach(store::sync);
        store.move(OutputPaths.JOURNAL, OutputPaths.record(asOf));
        store.sync(OutputPaths.run(asOf));
        store.sync("");
    }

    private String staged(String table) {
        return OutputPaths.staged(journal.run(), table);
    }

    private String target(String table) {
        return OutputPaths.partition(table, journal.asOf());
    }
}
