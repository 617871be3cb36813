package io.parcours.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Where a table's file lies. A plain path or a {@code file:} location is local and reached directly: no class of
 * Hadoop's file systems is loaded for it, and no checksum file appears beside it. Any other scheme is reached through
 * Hadoop with the configuration handed in. Locations are taken as they are written: {@code %20} is no blank.
 */
public final class TableFiles {
    private static final Pattern WITH_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(/.*)");
    private static final Pattern EMPTY_HOST = Pattern.compile("//(localhost)?(?=/)");

    private TableFiles() {}

    /** A local file to write. Its folder must exist. */
    public static OutputFile output(Path location) {
        return new LocalOutputFile(location);
    }

    /** A file to write, wherever it lies. A local one's folder must exist. */
    public static OutputFile output(String location, Supplier<Configuration> configuration) throws IOException {
        Optional<Path> local = local(location);
        return local.isPresent()
                ? output(local.get())
                : HadoopOutputFile.fromPath(new org.apache.hadoop.fs.Path(location), configuration.get());
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

    /** A file to read, wherever it lies. */
    public static InputFile input(String location, Supplier<Configuration> configuration) throws IOException {
        Optional<Path> local = local(location);
        return local.isPresent()
                ? input(local.get())
                : HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(location), configuration.get());
    }

    /** The local path of a location, or nothing where only Hadoop can reach it. */
    public static Optional<Path> local(String location) {
        Matcher scheme = WITH_SCHEME.matcher(location);
        if (!scheme.matches()) {
            return Optional.of(Path.of(location));
        }
        return scheme.group(1).equalsIgnoreCase("file")
                ? Optional.of(Path.of(EMPTY_HOST.matcher(scheme.group(2)).replaceFirst("")))
                : Optional.empty();
    }
}
