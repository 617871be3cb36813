package io.parcours.output;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Removes old days from an output folder: their partitions of all tables and what {@code _runs} keeps of them. Only
 * folders laid out as Parcours writes them are touched, of tables that it knows or that a publication here names; links
 * are neither followed nor removed.
 *
 * <p>What is to go is announced first. From then on {@link PublishedTables} shows nothing of it, and a pruning that is cut
 * off is finished by whoever takes the folder's lock next.
 */
public final class Pruning {

    /**
     * A day that goes.
     *
     * @param day the day its partitions are named after
     * @param tables the tables that have it, sorted; none where only a failed run left something
     * @param bytes what its files take, those of {@code _runs} included
     */
    public record OldDay(LocalDate day, List<String> tables, long bytes) {
        public OldDay {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What a pruning removes and what it leaves.
     *
     * @param old the days that go, the earliest first
     * @param kept the published days that stay, the earliest first; none where nothing was ever published
     */
    public record Outcome(List<OldDay> old, List<LocalDate> kept) {
        public Outcome {
            old = List.copyOf(old);
            kept = List.copyOf(kept);
        }
    }

    private final OutputStore store;
    private final Set<LocalDate> goingAlready;
    private final Set<String> tables;

    private Pruning(OutputStore store, Collection<String> known) {
        this.store = store;
        this.goingAlready = Announcement.days(store);
        this.tables = new TreeSet<>(known);
        for (LocalDate day : days(OutputPaths.RUNS)) {
            String record = OutputPaths.record(day);
            store.read(record)
                    .ifPresent(text -> tables.addAll(
                            Journal.parse(text, store.child(record)).all().keySet()));
        }
    }

    /**
     * Tells what {@link #prune} would remove; changes nothing. Call {@link Publication#recover} first.
     *
     * @param known names of tables
     * @param keep how many of the latest published days stay, at least one
     */
    public static Outcome plan(OutputStore store, Set<String> known, int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("at least one day is kept");
        }
        return new Pruning(store, known).plan(keep);
    }

    /**
     * Removes all days before the latest published ones, after finishing what another command was cut off from.
     *
     * @param known names of tables
     * @param keep how many of the latest published days stay, at least one
     * @throws OutputBusyException at once, when a run holds the folder
     * @throws OutputException when something cannot be removed; once it is announced, the message says that the next
     *     command will finish
     */
    public static Outcome prune(OutputStore store, Set<String> known, int keep) {
        OutputStore.Lock lock = store.lock(Publication.owner("prune"));
        try (lock) {
            Publication.finishInterrupted(store);
            Outcome outcome = plan(store, known, keep);
            if (!outcome.old().isEmpty()) {
                Removal.carryOut(store, announcement(outcome.old()));
            }
            return outcome;
        }
    }

    private static Announcement announcement(List<OldDay> old) {
        return new Announcement(
                new TreeSet<>(old.stream().map(OldDay::day).toList()),
                new TreeSet<>(old.stream().flatMap(day -> day.tables().stream()).toList()));
    }

    private Outcome plan(int keep) {
        SortedMap<LocalDate, SortedSet<String>> tablesByDay = new TreeMap<>();
        SortedSet<LocalDate> runs = days(OutputPaths.RUNS);
        runs.stream()
                .filter(day -> store.exists(OutputPaths.manifest(day)))
                .forEach(day -> tablesByDay.put(day, new TreeSet<>()));
        for (String table : tables) {
            days(table)
                    .forEach(day -> tablesByDay
                            .computeIfAbsent(day, none -> new TreeSet<>())
                            .add(table));
        }
        List<LocalDate> published = new ArrayList<>(tablesByDay.keySet());
        if (published.size() <= keep) {
            return new Outcome(List.of(), published);
        }
        List<LocalDate> kept = published.subList(published.size() - keep, published.size());
        // Days of which there is only a failed run go with those around them.
        runs.forEach(day -> tablesByDay.putIfAbsent(day, new TreeSet<>()));
        List<OldDay> old = new ArrayList<>();
        tablesByDay.headMap(kept.get(0)).forEach((day, names) -> old.add(oldDay(day, names, runs.contains(day))));
        return new Outcome(old, kept);
    }

    private OldDay oldDay(LocalDate day, SortedSet<String> names, boolean hasRun) {
        long bytes = hasRun ? store.bytes(OutputPaths.run(day)) : 0;
        for (String table : names) {
            bytes += store.bytes(OutputPaths.partition(table, day));
        }
        return new OldDay(day, List.copyOf(names), bytes);
    }

    private SortedSet<LocalDate> days(String folder) {
        SortedSet<LocalDate> days = new TreeSet<>();
        store.ownFolders(folder).stream()
                .map(OutputPaths::dayOf)
                .flatMap(Optional::stream)
                .forEach(days::add);
        days.removeAll(goingAlready);
        return days;
    }
}
