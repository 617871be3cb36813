package io.parcours.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks into folders that other processes write to. */
final class Folders {
    private Folders() {}

    static boolean anyBelow(Path start, Predicate<Path> wanted) {
        if (!Files.exists(start)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.anyMatch(wanted);
        } catch (IOException | UncheckedIOException e) {
            // A folder went while it was looked at; the next look will see.
            return false;
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
