package io.parcours.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** Writes two files for each table into staging: {@code text} is what they hold beside the table's name. */
    static void stage(Publication publication, Set<String> tables, String text) {
        for (String table : tables) {
            Path folder = Path.of(publication.staging(table).replaceFirst("^stored:(//)?", ""));
            write(folder.resolve("part-00000.parquet"), table + " " + text);
            write(folder.resolve("part-00001.parquet"), table + " " + text + " too");
        }
    }

    static void publish(OutputStore store, int number, LocalDate day, Set<String> tables, String text) {
        try (Publication publication = Publication.begin(store, run(number))) {
            stage(publication, tables, text);
            publication.publish(day, tables, "manifest of " + text);
        }
    }

    static void fail(OutputStore store, int number, LocalDate day, Set<String> tables, String text) {
        try (Publication publication = Publication.begin(store, run(number))) {
            stage(publication, tables, text);
            publication.keepFailed(day, tables, "manifest of " + text);
        }
    }

    /** Every file below a folder with its text, but for the lock. */
    static SortedMap<String, String> tree(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.remove(OutputPaths.LOCK);
        return files;
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

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        tree(from).forEach((name, text) -> write(to.resolve(name), text));
    }

}
