package io.parcours.jobs;

import io.parcours.table.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.InputFile;

/** The folder a run wrote to, wherever it lies. */
interface ResultStore {

    /** The names in a folder below the root, or nothing where there is no such folder. */
    List<String> names(String... folder) throws IOException;

    /** A file below the root. */
    InputFile file(String... location) throws IOException;

    /**
     * Opens an output folder: a location with a scheme other than {@code file} through Hadoop, every other one as a
     * local path.
     */
    static ResultStore at(String location) throws IOException {
        Optional<Path> local = TableFiles.local(location);
        if (local.isPresent()) {
            return new LocalResults(local.get());
        }
        // Named here and nowhere else, so that local results load no Hadoop class.
        return HadoopResults.at(location);
    }
}
