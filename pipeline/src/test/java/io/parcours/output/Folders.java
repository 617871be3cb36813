package io.parcours.output;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Output folders as tests write and see them. */
final class Folders {
    static final LocalDate DAY = LocalDate.of(2024, 3, 31);
    static final LocalDate DAY_BEFORE = LocalDate.of(2024, 3, 30);

    private Folders() {}

    /** A run whose name depends on the number alone. */
    static RunId run(int number) {
        return new RunId(String.format(Locale.ROOT, "20240401T%09dZ-%08x", number, number));
    }

    static OutputStore local(Path folder) {
        return OutputStore.open(folder.toString(), () -> {
            throw new AssertionError("a local folder needs no configuration of Hadoop");
        });
    }

    static OutputStore stored(Path folder) {
        return OutputStore.open("stored:" + folder, StoredFileSystem::configuration);
    }

    /** Writes two files for each table into a run's staging: {@code text} is what they hold beside the table's name. */
    static void stage(OutputStore store, int number, Set<String> tables, String text) {
        for (String table : tables) {
            String folder = OutputPaths.staged(run(number), table);
            store.write(folder + "/part-00000.parquet", table + " " + text);
            store.write(folder + "/part-00001.parquet", table + " " + text + " too");
        }
    }

    static void publish(OutputStore store, int number, LocalDate day, Set<String> tables, String text) {
        try (Publication publication = Publication.begin(store, run(number))) {
            stage(store, number, tables, text);
            publication.publish(day, tables, "manifest of " + text);
        }
    }

    static void replace(OutputStore store, int number, LocalDate day, Set<String> tables, String text) {
        try (Publication publication = Publication.begin(store, run(number))) {
            stage(store, number, tables, text);
            publication.replace(day, tables, "manifest of " + text);
        }
    }

    static void fail(OutputStore store, int number, LocalDate day, Set<String> tables, String text) {
        try (Publication publication = Publication.begin(store, run(number))) {
            stage(store, number, tables, text);
            publication.keepFailed(day, tables, "manifest of " + text);
        }
    }

    /** Every file of a folder with its text, but for the lock. */
    static SortedMap<String, String> tree(OutputStore store) {
        SortedMap<String, String> files = new TreeMap<>();
        collect(store, "", files);
        files.remove(OutputPaths.LOCK);
        return files;
    }

    private static void collect(OutputStore store, String folder, SortedMap<String, String> files) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        store.files(folder)
                .forEach(name ->
                        files.put(prefix + name, store.read(prefix + name).orElseThrow()));
        store.folders(folder).forEach(name -> collect(store, prefix + name, files));
    }

    static void copy(SortedMap<String, String> tree, OutputStore to) {
        tree.forEach(to::write);
    }

    /** What of a tree lies below this path. */
    static SortedMap<String, String> below(SortedMap<String, String> tree, String path) {
        SortedMap<String, String> part = new TreeMap<>(tree);
        part.keySet().removeIf(name -> !name.startsWith(path + "/"));
        return part;
    }

    static SortedMap<String, String> withoutStaging(SortedMap<String, String> tree) {
        SortedMap<String, String> rest = new TreeMap<>(tree);
        rest.keySet().removeIf(name -> name.startsWith(OutputPaths.STAGING + "/"));
        return rest;
    }
}
