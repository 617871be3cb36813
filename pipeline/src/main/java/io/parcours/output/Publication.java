package io.parcours.output;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run's way to publish its tables: all of them or none. Write each table's files to {@link #staging}, then call
 * {@link #publish} once, or {@link #keepFailed} where the quality gate stops the run, and close in any case. A run that
 * is killed, or fails anywhere, leaves the former tables, or has published: {@link #recover} and the next
 * {@link #begin} finish the renaming that was left.
 */
public final class Publication implements AutoCloseable {
    private final OutputStore store;
    private final Staging staging;
    private final OutputStore.Lock lock;
    private boolean isDone;

    private Publication(OutputStore store, Staging staging, OutputStore.Lock lock) {
        this.store = store;
        this.staging = staging;
        this.lock = lock;
    }

    /**
     * Takes the folder's lock, finishes a publication or pruning that was cut off, and clears what dead runs left in staging.
     *
     * @throws OutputBusyException at once, when another run holds the folder
     */
    public static Publication begin(OutputStore store, RunId run) {
        OutputStore.Lock lock = store.lock(owner("run " + run));
        try {
            finishInterrupted(store);
            Staging staging = new Staging(store, run);
            staging.create();
            return new Publication(store, staging, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Makes the folder ready to be read: finishes a publication that was cut off, or waits for one that is under way. A
     * pruning that was cut off is finished too, and one under way not waited for: what it removes is not shown.
     * Without a journal, as nearly always, this only looks and works on a read-only folder too.
     *
     * @param patience how long to wait for another's publication
     * @return nothing when the tables are one run's; otherwise, in a sentence to warn with, why a table read now may be
     *     missing for a moment or belong to another run than its neighbours. Each table on its own is whole
     */
    public static Optional<String> recover(OutputStore store, Duration patience) {
        if (!store.exists(OutputPaths.JOURNAL)) {
            finishPruning(store);
            return Optional.empty();
        }
        OutputStore.Lock lock;
        try {
            lock = store.lock(owner("a reader that finishes what a dead run began"));
        } catch (OutputException e) {
            return Patience.of(patience).until(() -> !store.exists(OutputPaths.JOURNAL))
                    ? Optional.empty()
                    : Optional.of(unfinished(store, e));
        }
        try (lock) {
            finishInterrupted(store);
            return Optional.empty();
        } catch (OutputException e) {
            return Optional.of(unfinished(store, e));
        }
    }

    /**
     * The location of a folder for the files of one table, created here. {@link #publish} drops files whose names begin
     * with an underscore or a dot: write under such a name and rename when the file is complete, so that what a failed
     * attempt left is never published.
     */
    public String staging(String table) {
        return staging.folder(table);
    }

    /**
     * The location of a folder for files that are not complete or not accepted yet, on the same disk as those of {@link
     * #staging}. Nothing in it is ever published: what an attempt that nobody waits for writes there while tables are
     * being published goes with the run's staging.
     */
    public String attempts() {
        return staging.attempts();
    }

    /**
     * Publishes staged tables as the whole result of a day: their partitions of that day are replaced, and those of
     * tables that an earlier run published for that day and this one does not write are removed. Other days are not
     * touched. What a gate kept of this day is deleted.
     *
     * @param asOf the day the partitions are named after
     * @param tables the tables, each with at least one staged file; an empty table is a file without rows
     * @param manifest the text of the run's manifest
     * @throws OutputException before any published table is touched; or after that, when the message says that the
     *     next run or show will finish the publication
     */
    public void publish(LocalDate asOf, Set<String> tables, String manifest) {
        finishing();
        List<String> removed = List.copyOf(formerTables(asOf, tables).keySet());
        publish(new Journal(staging.run(), asOf, staging.files(tables), removed, new TreeMap<>()), manifest);
    }

    /**
     * Publishes staged tables beside the others that were published for a day, which stay as they are: only partitions
     * of tables of these names are replaced. Apart from that as {@link #publish}; what a gate kept of the day stays.
     *
     * @param manifest the text of the day's manifest, which replaces the former one
     */
    public void replace(LocalDate asOf, Set<String> tables, String manifest) {
        finishing();
        publish(
                new Journal(staging.run(), asOf, staging.files(tables), List.of(), formerTables(asOf, tables)),
                manifest);
    }

    private void publish(Journal journal, String manifest) {
        staging.commit(journal, manifest);
        try {
            store.sync("");
            Swap.complete(store, journal);
        } catch (OutputException e) {
            throw new OutputException(e.getMessage() + " (the next run or show will finish the publication)", e);
        }
    }

    /**
     * Keeps staged tables of a run that must not be published, under {@code _runs/as_of=DAY/failed}, in place of what
     * an earlier failure of that day left there. Published tables are not touched.
     */
    public void keepFailed(LocalDate asOf, Set<String> tables, String manifest) {
        finishing();
        staging.keep(asOf, tables, manifest);
    }

    /** Deletes staging and releases the lock. */
    @Override
    public void close() {
        try {
            Staging.clear(store);
        } catch (OutputException e) {
            // What the run had to do is done or has failed already; the next run deletes what is left.
        } finally {
            lock.close();
        }
    }

    /** Finishes a publication or a pruning that was cut off, and clears staging. The caller holds the lock. */
    static void finishInterrupted(OutputStore store) {
        store.read(OutputPaths.JOURNAL)
                .map(text -> Journal.parse(text, store.child(OutputPaths.JOURNAL)))
                .ifPresent(journal -> Swap.complete(store, journal));
        Announcement.standing(store).ifPresent(announced -> Removal.complete(store, announced));
        Staging.clear(store);
    }

    /** Finishes a pruning that was cut off, where that is possible; nobody is shown what it removes either way. */
    private static void finishPruning(OutputStore store) {
        if (!store.exists(OutputPaths.PRUNING)) {
            return;
        }
        try {
            OutputStore.Lock lock = store.lock(owner("a reader that finishes what a dead prune began"));
            try (lock) {
                finishInterrupted(store);
            }
        } catch (OutputException e) {
            // It is under way, or may only be read: what is left of the announced days is not shown.
        }
    }

    private static String unfinished(OutputStore store, OutputException reason) {
        return "a publication to " + store.location() + " is not finished: " + reason.getMessage();
    }

    /** How the holder of a lock is called. */
    static String owner(String what) {
        return what + ", process " + ProcessHandle.current().pid();
    }

    private void finishing() {
        if (isDone) {
            throw new IllegalStateException("run " + staging.run() + " has already published or failed");
        }
        isDone = true;
    }

    /** The tables published for a day but for these, with their files. */
    private SortedMap<String, List<String>> formerTables(LocalDate asOf, Set<String> tables) {
        String record = OutputPaths.record(asOf);
        SortedMap<String, List<String>> former = new TreeMap<>();
        store.read(record)
                .ifPresent(text ->
                        former.putAll(Journal.parse(text, store.child(record)).all()));
        former.keySet().removeAll(tables);
        return former;
    }
}
