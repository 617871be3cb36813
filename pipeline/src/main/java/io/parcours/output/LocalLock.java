package io.parcours.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The operating system's lock on a local folder's lock file. It ends with the process that holds it, however that ends,
 * so it is never stale. The file itself stays: deleting it would let two processes lock two files of one name.
 */
final class LocalLock implements OutputStore.Lock {
    /**
     * Who holds which folder in this process. Needed because a POSIX lock belongs to the process, not to the channel:
     * a second attempt from here would succeed, and closing any channel on the file would give the first one away.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;

    private LocalLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static LocalLock take(Path root, String owner) {
        Path file = root.resolve(OutputPaths.LOCK);
        try {
            Path folder = root.toRealPath();
            String holder = HELD.putIfAbsent(folder, owner);
            if (holder != null) {
                throw busy(root, holder);
            }
            try {
                return new LocalLock(folder, locked(file, root, owner));
            } catch (IOException | RuntimeException e) {
                HELD.remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw Failure.of("cannot lock " + file, e);
        }
    }

    private static FileChannel locked(Path file, Path root, String owner) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw busy(root, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static OutputBusyException busy(Path root, String holder) {
        return new OutputBusyException("another run is writing to " + root
                + (holder.isEmpty() ? "" : " (" + holder + ")")
                + ": wait for it to end, or write to another folder");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw Failure.of("cannot unlock " + folder, e);
        } finally {
            HELD.remove(folder);
        }
    }
}
