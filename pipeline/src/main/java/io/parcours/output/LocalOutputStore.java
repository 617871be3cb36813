package io.parcours.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A folder of this machine's file systems, by {@code java.nio} alone. */
final class LocalOutputStore implements OutputStore {
    private final Path root;

    LocalOutputStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String location() {
        return root.toString();
    }

    @Override
    public String child(String path) {
        return resolve(path).toString();
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public List<String> files(String folder) {
        return entries(folder, Files::isRegularFile);
    }

    @Override
    public List<String> folders(String folder) {
        return entries(folder, Files::isDirectory);
    }

    @Override
    public List<String> ownFolders(String folder) {
        return Files.isSymbolicLink(resolve(folder))
                ? List.of()
                : entries(folder, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public long bytes(String folder) {
        Path start = resolve(folder);
        long[] bytes = {0};
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.isRegularFile() ? attributes.size() : 0;
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return bytes[0];
        } catch (IOException e) {
            throw Failure.of("cannot look at " + start, e);
        }
        return bytes[0];
    }

    @Override
    public void createFolders(String folder) {
        Path path = resolve(folder);
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw Failure.of("cannot create the folder " + path, e);
        }
    }

    @Override
    public void move(String from, String to) {
        Path source = resolve(from);
        Path target = resolve(to);
        try {
            Files.createDirectories(target.getParent());
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failure.of("cannot rename " + source + " to " + target, e);
        }
    }

    @Override
    public void setAside(String folder, String aside) {
        delete(aside);
        move(folder, aside);
    }

    @Override
    public void delete(String path) {
        Path start = resolve(path);
        if (!Files.exists(start, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(start, new Deletion());
        } catch (IOException e) {
            throw Failure.of("cannot delete " + start, e);
        }
    }

    @Override
    public Optional<String> read(String path) {
        Path file = resolve(path);
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.isRegularFile(root)) {
                // A file as an output folder: nothing was published there, and whoever asks says so.
                return Optional.empty();
            }
            throw Failure.of("cannot read " + file, e);
        }
    }

    @Override
    public void write(String path, String text) {
        Path file = resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Failure.of("cannot write " + file, e);
        }
    }

    @Override
    public void sync(String path) {
        Path entry = resolve(path);
        boolean isFolder = Files.isDirectory(entry);
        try (FileChannel channel =
                FileChannel.open(entry, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems open no folders; there the order of renames is the file system's own promise.
            if (!isFolder) {
                throw Failure.of("cannot bring " + entry + " to the disk", e);
            }
        }
    }

    @Override
    public void checkReplaceable(String path) {
        Path target = resolve(path);
        Path parent = target.getParent();
        try {
            if (!Files.getFileStore(parent).equals(Files.getFileStore(resolve(OutputPaths.STAGING)))) {
                throw new OutputException(
                        parent + " lies on another disk than " + root + ": tables are published by renaming");
            }
        } catch (IOException e) {
            throw Failure.of("cannot look at " + parent, e);
        }
        for (Path folder : List.of(parent, target)) {
            if (Files.exists(folder) && !Files.isWritable(folder)) {
                throw new OutputException("cannot replace " + target + ": no permission to write to " + folder);
            }
        }
    }

    @Override
    public Lock lock(String owner) {
        createFolders("");
        return LocalLock.take(root, owner);
    }

    private Path resolve(String path) {
        return path.isEmpty() ? root : root.resolve(OutputPaths.checked(path));
    }

    private List<String> entries(String folder, Predicate<Path> kept) {
        Path path = resolve(folder);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (kept.test(entry)) {
                    names.add(entry.getFileName().toString());
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw Failure.of("cannot list " + path, e);
        }
        names.sort(null);
        return names;
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
