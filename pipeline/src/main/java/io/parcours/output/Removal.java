package io.parcours.output;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes announced days, or the rest of them: whatever of them is still there goes, so that a removal that was cut off is
 * finished by doing it again. The caller holds the lock.
 */
final class Removal {
    private final OutputStore store;
    private final Announcement announced;

    private Removal(OutputStore store, Announcement announced) {
        this.store = store;
        this.announced = announced;
    }

    /**
     * Announces days and removes them.
     *
     * @throws OutputException before anything is announced, when something of them cannot be removed; after that, when
     *     the message says that the next command will go on
     */
    static void carryOut(OutputStore store, Announcement announced) {
        new Removal(store, announced).checkRemovable();
        store.write(OutputPaths.STAGED_PRUNING, announced.toJson());
        store.sync(OutputPaths.STAGED_PRUNING);
        store.move(OutputPaths.STAGED_PRUNING, OutputPaths.PRUNING);
        try {
            store.sync("");
            complete(store, announced);
            Staging.clear(store);
        } catch (OutputException e) {
            throw new OutputException(e.getMessage() + " (the next prune, run or show will go on)", e);
        }
    }

    /** Removes what is announced, and then the announcement. */
    static void complete(OutputStore store, Announcement announced) {
        Removal removal = new Removal(store, announced);
        removal.folders().forEach(removal::removeFrom);
        store.delete(OutputPaths.PRUNING);
    }

    private void checkRemovable() {
        store.createFolders(OutputPaths.STAGING);
        folders()
                .forEach(folder -> days(folder).forEach(day -> store.checkReplaceable(OutputPaths.dayOf(folder, day))));
    }

    private void removeFrom(String folder) {
        List<LocalDate> days = days(folder);
        for (LocalDate day : days) {
            String path = OutputPaths.dayOf(folder, day);
            // Aside at once where that is cheap: deleting goes file by file.
            store.setAside(path, OutputPaths.PRUNED + "/" + path);
        }
        if (!days.isEmpty()) {
            store.sync(folder);
        }
    }

    private Stream<String> folders() {
        return Stream.concat(announced.tables().stream(), Stream.of(OutputPaths.RUNS));
    }

    /** The announced days that a folder still has. */
    private List<LocalDate> days(String folder) {
        return store.ownFolders(folder).stream()
                .map(OutputPaths::dayOf)
                .flatMap(Optional::stream)
                .filter(announced.days()::contains)
                .toList();
    }
}
