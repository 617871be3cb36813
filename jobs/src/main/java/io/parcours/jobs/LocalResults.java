package io.parcours.jobs;

import io.parcours.table.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;

/** Results in a local folder. */
final class LocalResults implements ResultStore {
    private final Path root;

    LocalResults(Path root) {
        this.root = root;
    }

    @Override
    public List<String> names(String... folder) throws IOException {
        Path path = below(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }

    @Override
    public InputFile file(String... location) {
        return TableFiles.input(below(location));
    }

    private Path below(String... location) {
        return root.resolve(String.join("/", location));
    }
}
