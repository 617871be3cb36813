package io.parcours.run;

import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.table.TableFiles;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;

/**
 * The staging folders of a run, as tasks write to them, one a table. A task's file has a name of its attempt's own until
 * the driver accepts it, so that a retried task leaves nothing that could be published.
 */
final class StagedTables implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> folders;
    private final HadoopSettings settings;

    /**
     * @param folders table name to the location of its staging folder
     * @param settings how locations are reached
     */
    StagedTables(Map<String, String> folders, HadoopSettings settings) {
        this.folders = new TreeMap<>(folders);
        this.settings = settings;
    }

    /** Begins an attempt's file of a table. */
    <R> TableWriter<R> open(ReportTable<R> table, Part part) {
        try {
            return TableWriter.open(table, TableFiles.output(location(table.name(), part.attemptName()), settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives an accepted attempt's file its final name. */
    void accept(PassResult.WrittenFile file) {
        try {
            rename(
                    location(file.table(), file.part().attemptName()),
                    location(file.table(), file.part().fileName()));
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

    private String location(String table, String file) {
        String folder = folders.get(table);
        if (folder == null) {
            throw new IllegalArgumentException("table " + table + " has no staging folder");
        }
        return folder + "/" + file;
    }
}
