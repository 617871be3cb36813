package io.parcours.table;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Where a table's file lies. Local files are reached directly: no Hadoop class is loaded for them, and no checksum file
 * appears beside them.
 */
public final class TableFiles {

    private TableFiles() {}

    /** A local file to write. Its folder must exist. */
    public static OutputFile output(Path location) {
        return new LocalOutputFile(location);
    }

    /** A file to write: local ones as by {@link #output(Path)}, others through Hadoop. */
    public static OutputFile output(org.apache.hadoop.fs.Path location, Configuration configuration)
            throws IOException {
        org.apache.hadoop.fs.Path absolute = qualified(location, configuration);
        return isLocal(absolute)
                ? output(Path.of(absolute.toUri().getPath()))
                : HadoopOutputFile.fromPath(absolute, configuration);
    }

    /** A local file to read. */
    public static InputFile input(Path location) {
        return new LocalInputFile(location) {
            /** What Parquet calls the file in its errors. */
            @Override
            public String toString() {
                return location.toString();
            }
        };
    }

    /** A file to read: local ones as by {@link #input(Path)}, others through Hadoop. */
    public static InputFile input(org.apache.hadoop.fs.Path location, Configuration configuration) throws IOException {
        org.apache.hadoop.fs.Path absolute = qualified(location, configuration);
        return isLocal(absolute)
                ? input(Path.of(absolute.toUri().getPath()))
                : HadoopInputFile.fromPath(absolute, configuration);
    }

    private static org.apache.hadoop.fs.Path qualified(org.apache.hadoop.fs.Path location, Configuration configuration)
            throws IOException {
        return location.getFileSystem(configuration).makeQualified(location);
    }

    private static boolean isLocal(org.apache.hadoop.fs.Path location) {
        return "file".equals(location.toUri().getScheme());
    }
}
