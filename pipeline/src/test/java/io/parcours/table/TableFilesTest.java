package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFilesTest {
    private static final Supplier<Configuration> NOT_NEEDED = () -> {
        throw new IllegalStateException("a local file needs no configuration");
    };

    @TempDir
    Path folder;

    /** Local files under a scheme of their own, as a store of objects looks to Hadoop. */
    public static final class StoredFileSystem extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("stored:///");
        }

        @Override
        public String getScheme() {
            return "stored";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b c.parquet,            /a/b c.parquet",
        "a/b,                       a/b",
        "file:/a/b,                 /a/b",
        "file:///a/b%20c,           /a/b%20c",
        "FILE://localhost/a,        /a",
        "as_of=2024-01-01/x:y,      as_of=2024-01-01/x:y"
    })
    void plainPathsAndFileLocationsAreLocal(String location, String path) {
        assertThat(TableFiles.local(location)).contains(Path.of(path));
    }

    @ParameterizedTest
    @CsvSource({"hdfs://namenode:8020/a", "s3a://bucket/a", "viewfs:/a"})
    void otherSchemesAreNot(String location) {
        assertThat(TableFiles.local(location)).isEmpty();
    }

    @Test
    void aTableIsWrittenToAndReadFromAnyScheme() throws IOException {
        Configuration configuration = new Configuration(false);
        configuration.setClass("fs.stored.impl", StoredFileSystem.class, RawLocalFileSystem.class);
        assertRoundTrip("stored://" + folder.resolve("remote.parquet"), () -> configuration);
        assertRoundTrip(folder.resolve("local.parquet").toString(), NOT_NEEDED);
        assertRoundTrip("file://" + folder.resolve("located.parquet"), NOT_NEEDED);
        assertThat(folder).isDirectoryContaining("glob:**/remote.parquet");
    }

    private static void assertRoundTrip(String location, Supplier<Configuration> configuration) throws IOException {
        List<Specimen> specimens = Specimen.random(1, 100);
        try (TableWriter<Specimen> writer =
                TableWriter.open(Specimen.TABLE, TableFiles.output(location, configuration))) {
            specimens.forEach(writer);
        }
        try (TableReader reader = TableReader.open(TableFiles.input(location, configuration))) {
            assertThat(reader.rows(List.of("whole")))
                    .toIterable()
                    .extracting(row -> row.value(0))
                    .isEqualTo(specimens.stream().map(Specimen::whole).toList());
        }
    }
}
