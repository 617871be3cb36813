package io.parcours.run;

import io.parcours.output.OutputException;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * The staging folders of a run, as tasks write to them, one a table. Until the driver accepts it, a task's file has a
 * name of its attempt's own in a folder that is never published, so that attempts may fail, or write on when the run is
 * over, and leave nothing among the tables.
 */
final class StagedTables implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> folders;
    private final String attempts;
    private final HadoopSettings settings;

    /**
     * @param folders table name to the location of its staging folder
     * @param attempts the location of the folder for files that are not accepted yet
     * @param settings how locations are reached
     */
    StagedTables(Map<String, String> folders, String attempts, HadoopSettings settings) {
        this.folders = new TreeMap<>(folders);
        this.attempts = attempts;
        this.settings = settings;
    }

    /** Begins an attempt's file of a table. */
    <R> TableWriter<R> open(ReportTable<R> table, Part part) {
        String location = attempt(table.name(), part);
        try {
            return TableWriter.open(table, TableFiles.output(location, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof NoSuchFileException ? notShared(location, e) : e;
        }
    }

    /** Reads what an accepted attempt wrote, of a table that is not published. */
    TableReader read(PassResult.WrittenFile file) throws IOException {
        return TableReader.open(TableFiles.input(attempt(file.table(), file.part()), settings));
    }

    /** Gives an accepted attempt's file its final name. */
    void accept(PassResult.WrittenFile file) {
        try {
            rename(attempt(file.table(), file.part()), accepted(file.table(), file.part()));
        } catch (NoSuchFileException e) {
            throw notShared(e.getFile(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rename(String from, String to) throws IOException {
        Optional<java.nio.file.Path> local = TableFiles.local(from);
        if (local.isPresent()) {
            Files.move(local.get(), TableFiles.local(to).orElseThrow());
        } else if (!new Path(from).getFileSystem(settings.get()).rename(new Path(from), new Path(to))) {
            throw new IOException("cannot rename " + from + " to " + to);
        }
    }

    /** Writes a whole table as one file. */
    <R> void write(TableContent<R> content) {
        Part whole = new Part(0, 0);
        try (TableWriter<R> writer = open(content.table(), whole)) {
            content.rows().forEach(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accept(new PassResult.WrittenFile(
                content.table().name(), whole, content.rows().size()));
    }

    private static OutputException notShared(String location, Exception cause) {
        return new OutputException(
                location + " is not there for every machine of the run: on a cluster the output must be a folder that"
                        + " all machines see under the same name",
                cause);
    }

    private String attempt(String table, Part part) {
        return attempts + "/" + table + part.attemptName();
    }

    private String accepted(String table, Part part) {
        String folder = folders.get(table);
        if (folder == null) {
            throw new IllegalArgumentException("table " + table + " has no staging folder");
        }
        return folder + "/" + part.fileName();
    }
}
