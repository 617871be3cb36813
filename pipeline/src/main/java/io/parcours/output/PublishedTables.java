package io.parcours.output;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The published tables of a folder, as a reader finds them, without days that a pruning has announced to remove. Call
 * {@link Publication#recover} first.
 */
public final class PublishedTables {
    private final OutputStore store;
    private final Set<LocalDate> pruned;

    public PublishedTables(OutputStore store) {
        this.store = store;
        this.pruned = Announcement.days(store);
    }

    /** The names of the tables that have a partition. */
    public List<String> names() {
        return store.folders("").stream()
                .filter(OutputPaths::isTable)
                .filter(table -> !days(table).isEmpty())
                .toList();
    }

    /** The days a table was published for; none where there is no such table. */
    public SortedSet<LocalDate> days(String table) {
        SortedSet<LocalDate> days = new TreeSet<>();
        store.folders(OutputPaths.table(table))
                .forEach(folder -> OutputPaths.dayOf(folder).ifPresent(days::add));
        days.removeAll(pruned);
        return days;
    }

    /** The latest day a table was published for. */
    public Optional<LocalDate> latestDay(String table) {
        SortedSet<LocalDate> days = days(table);
        return days.isEmpty() ? Optional.empty() : Optional.of(days.last());
    }

    /** The locations of a partition's files, by name; none where there is no such partition. */
    public List<String> files(String table, LocalDate day) {
        String partition = OutputPaths.partition(table, day);
        if (pruned.contains(day)) {
            return List.of();
        }
        return store.files(partition).stream()
                .filter(file -> !OutputPaths.isHidden(file))
                .map(file -> store.child(partition + "/" + file))
                .toList();
    }

    /** The manifest of the run that published a day. */
    public Optional<String> manifest(LocalDate day) {
        return pruned.contains(day) ? Optional.empty() : store.read(OutputPaths.manifest(day));
    }
}
