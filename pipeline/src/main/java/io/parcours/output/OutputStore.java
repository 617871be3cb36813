package io.parcours.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/**
 * A folder of results, wherever it lies. Paths are relative to it, with {@code /} between segments of letters, digits
 * and {@code _ . = -}; a path that would leave the folder is an {@link IllegalArgumentException}, the empty path is the
 * folder itself. Whatever fails is an {@link OutputException}.
 */
public interface OutputStore {

    /** Held until closed, so that one run at a time writes to the folder. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Opens a folder, which need not exist. A plain path or a {@code file:} location is local and touches no class of
     * Hadoop; any other scheme is opened through Hadoop with the configuration handed in. As in Hadoop, a location is
     * taken as it is written: {@code %20} is no blank.
     *
     * @param configuration asked only where Hadoop is needed. A lambda loads the class of what it returns when it is
     *     made; an object of a named class does not
     * @throws IllegalArgumentException when the location is blank, or a {@code file:} location names another machine
     * @throws OutputException when Hadoop knows no such file system, or cannot reach it
     */
    static OutputStore open(String location, Supplier<Configuration> configuration) {
        if (location.isBlank()) {
            throw new IllegalArgumentException("an output folder has a name");
        }
        Matcher scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/.*)").matcher(location);
        if (!scheme.matches()) {
            return new LocalOutputStore(Path.of(location));
        }
        if (!scheme.group(1).equalsIgnoreCase("file")) {
            return HadoopOutputStore.open(location, configuration.get());
        }
        Matcher local = Pattern.compile("(?://(?:localhost)?(?=/))?(/.*)").matcher(scheme.group(2));
        if (!local.matches() || local.group(1).startsWith("//")) {
            throw new IllegalArgumentException("a file: location names no other machine: " + location);
        }
        return new LocalOutputStore(Path.of(local.group(1)));
    }

    /** The folder, as messages name it. */
    String location();

    /** The full location of a path below the folder, as writers and readers of Parquet take it. */
    String child(String path);

    boolean exists(String path);

    /** The names of the files in a folder, sorted; none where there is no such folder. */
    List<String> files(String folder);

    /** The names of the folders in a folder, sorted; none where there is no such folder. */
    List<String> folders(String folder);

    /** As {@link #folders}, but without links to folders, and nothing of a folder that is a link itself. */
    List<String> ownFolders(String folder);

    /** What all files in a folder and below it take; 0 where there is no such folder. Links are not followed. */
    long bytes(String folder);

    /** Creates a folder and those above it, where missing. */
    void createFolders(String folder);

    /**
     * Renames a file, replacing one that is there, or a folder to a name that is free. Locally and on HDFS this is one
     * step; on an object store it is a copy of each file and a deletion, and may be found half done.
     */
    void move(String from, String to);

    /**
     * Takes a folder out of its readers' sight: to the place aside where renaming is cheap, otherwise for good. What is
     * already aside is replaced.
     */
    void setAside(String folder, String aside);

    /** Deletes a file, or a folder and all it holds, where there is one; links are not followed. */
    void delete(String path);

    /** The text of a small file, or nothing where there is none. */
    Optional<String> read(String path);

    /** Writes a small file. Not in one step: write where nobody reads, then {@link #move}. */
    void write(String path, String text);

    /** Makes a file's content, or the list of a folder's entries, survive a loss of power, where that is up to us. */
    void sync(String path);

    /**
     * Checks what can be known beforehand: that staging can be renamed to this path in one step.
     *
     * @throws OutputException when the folder above is not writable, or lies on another disk than staging
     */
    void checkReplaceable(String path);

    /**
     * Takes the folder's lock, at once or not at all, and creates the folder where it is missing.
     *
     * @param owner who takes it, as the message to others will say
     * @throws OutputBusyException when somebody else holds it
     */
    Lock lock(String owner);
}
