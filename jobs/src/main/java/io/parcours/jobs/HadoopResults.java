package io.parcours.jobs;

import io.parcours.table.TableFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.InputFile;

/** Results behind any scheme Hadoop knows: {@code hdfs://}, {@code s3a://}. Its settings are those on the class path. */
final class HadoopResults implements ResultStore {
    private final Path root;
    private final Configuration configuration;
    private final FileSystem files;

    HadoopResults(Path root, Configuration configuration) throws IOException {
        this.root = root;
        this.configuration = configuration;
        this.files = root.getFileSystem(configuration);
    }

    static HadoopResults at(String location) throws IOException {
        return new HadoopResults(new Path(location), new Configuration());
    }

    @Override
    public List<String> names(String... folder) throws IOException {
        try {
            return Stream.of(files.listStatus(below(folder)))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .toList();
        } catch (FileNotFoundException none) {
            return List.of();
        }
    }

    @Override
    public InputFile file(String... location) throws IOException {
        return TableFiles.input(below(location).toString(), () -> configuration);
    }

    private Path below(String... location) {
        return location.length == 0 ? root : new Path(root, String.join("/", location));
    }
}
