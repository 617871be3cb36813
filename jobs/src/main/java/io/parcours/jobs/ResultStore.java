package io.parcours.jobs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
        if (!location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return new LocalResults(Path.of(location));
        }
        if (location.startsWith("file:")) {
            return new LocalResults(Path.of(URI.create(location).getPath()));
        }
        // Named here and nowhere else, so that local results load no Hadoop class.
        return HadoopResults.at(location);
    }
}
