package io.parcours.output;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder of any file system Hadoop knows: HDFS, an object store. */
final class HadoopOutputStore implements OutputStore {
    private final FileSystem files;
    private final Path root;

    private HadoopOutputStore(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    static HadoopOutputStore open(String location, Configuration configuration) {
        try {
            Path root = new Path(location);
            return new HadoopOutputStore(root.getFileSystem(configuration), root);
        } catch (IOException e) {
            throw Failure.of("cannot open " + location, e);
        }
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
        Path entry = resolve(path);
        return done("look at " + entry, () -> files.exists(entry));
    }

    @Override
    public List<String> files(String folder) {
        return entries(folder, FileStatus::isFile);
    }

    @Override
    public List<String> folders(String folder) {
        return entries(folder, FileStatus::isDirectory);
    }

    @Override
    public List<String> ownFolders(String folder) {
        return isLink(folder)
                ? List.of()
                : folders(folder).stream()
                        .filter(name -> !isLink(folder + "/" + name))
                        .toList();
    }

    private boolean isLink(String path) {
        Path entry = resolve(path);
        return done("look at " + entry, () -> {
            try {
                return files.getFileLinkStatus(entry).isSymlink();
            } catch (FileNotFoundException e) {
                return false;
            }
        });
    }

    @Override
    public long bytes(String folder) {
        Path path = resolve(folder);
        return done("look at " + path, () -> {
            try {
                return files.getContentSummary(path).getLength();
            } catch (FileNotFoundException e) {
                return 0L;
            }
        });
    }

    @Override
    public void createFolders(String folder) {
        Path path = resolve(folder);
        require("create the folder " + path, () -> files.mkdirs(path));
    }

    @Override
    public void move(String from, String to) {
        Path source = resolve(from);
        Path target = resolve(to);
        require("rename " + source + " to " + target, () -> {
            files.mkdirs(target.getParent());
            if (files.exists(target)) {
                // Hadoop would move a folder INTO a folder that is there.
                if (!files.getFileStatus(target).isFile()) {
                    throw new IOException("a folder of that name is in the way");
                }
                files.delete(target, false);
            }
            return files.rename(source, target);
        });
    }

    /** Deletes: where renaming is a copy, copying what is to be deleted would only make readers wait longer. */
    @Override
    public void setAside(String folder, String aside) {
        delete(folder);
    }

    @Override
    public void delete(String path) {
        Path entry = resolve(path);
        require("delete " + entry, () -> files.delete(entry, true) || !files.exists(entry));
    }

    @Override
    public Optional<String> read(String path) {
        Path file = resolve(path);
        return done("read " + file, () -> {
            try (InputStream in = files.open(file)) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (FileNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void write(String path, String text) {
        Path file = resolve(path);
        require("write " + file, () -> create(file, text, Existing.REPLACED));
    }

    /** Nothing: what these systems have closed they keep. */
    @Override
    public void sync(String path) {}

    /** Nothing: what these systems allow is known only by trying. */
    @Override
    public void checkReplaceable(String path) {}

    @Override
    public Lock lock(String owner) {
        Path file = resolve(OutputPaths.LOCK);
        String text = owner + "\n" + UUID.randomUUID() + "\n";
        try {
            files.mkdirs(root);
            create(file, text, Existing.REFUSED);
        } catch (IOException e) {
            Optional<String> holder = read(OutputPaths.LOCK);
            throw holder.isPresent() ? busy(holder.get(), file) : Failure.of("cannot lock " + file, e);
        }
        // Where creation is no single step (some object stores) two may get here; the last to write holds it.
        String holder = read(OutputPaths.LOCK).orElse("");
        if (!holder.equals(text)) {
            throw busy(holder, file);
        }
        return () -> {
            if (read(OutputPaths.LOCK).orElse("").equals(text)) {
                delete(OutputPaths.LOCK);
            }
        };
    }

    private OutputBusyException busy(String holder, Path file) {
        String owner = holder.lines().findFirst().orElse("");
        return new OutputBusyException("another run is writing to " + root
                + (owner.isEmpty() ? "" : " (" + owner + ")")
                + ": wait for it to end; if it was killed, delete " + file);
    }

    private enum Existing {
        REPLACED,
        REFUSED
    }

    private boolean create(Path file, String text, Existing existing) throws IOException {
        try (OutputStream out = files.create(file, existing == Existing.REPLACED)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    private Path resolve(String path) {
        return path.isEmpty() ? root : new Path(root, OutputPaths.checked(path));
    }

    private List<String> entries(String folder, Predicate<FileStatus> kept) {
        Path path = resolve(folder);
        return done("list " + path, () -> {
            List<String> names = new ArrayList<>();
            try {
                for (FileStatus entry : files.listStatus(path)) {
                    if (kept.test(entry)) {
                        names.add(entry.getPath().getName());
                    }
                }
            } catch (FileNotFoundException e) {
                return List.of();
            }
            names.sort(null);
            return names;
        });
    }

    private interface Operation<T> {
        T run() throws IOException;
    }

    private static <T> T done(String what, Operation<T> operation) {
        try {
            return operation.run();
        } catch (IOException e) {
            throw Failure.of("cannot " + what, e);
        }
    }

    private static void require(String what, Operation<Boolean> operation) {
        if (!done(what, operation)) {
            throw new OutputException("cannot " + what + ": the file system refused");
        }
    }
}
