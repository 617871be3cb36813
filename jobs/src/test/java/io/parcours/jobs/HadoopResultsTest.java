package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.table.TableReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopResultsTest {
    @TempDir
    java.nio.file.Path output;

    private Results results;

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

    @BeforeEach
    void openThroughHadoop() throws IOException {
        Configuration configuration = new Configuration(false);
        configuration.setClass("fs.stored.impl", StoredFileSystem.class, RawLocalFileSystem.class);
        String location = "stored://" + output;
        results = new Results(location, new HadoopResults(new Path(location), configuration));
    }

    @Test
    void filesBehindASchemeAreFoundAndRead() throws IOException {
        ShownTables.write(output, "2024-03-01", ShownTables.HOSTILE);
        ShownTables.write(output, "2024-10-01", ShownTables.random(1, 50));
        List<InputFile> files = results.files("visits", null);
        assertThat(files).hasSize(2).allMatch(HadoopInputFile.class::isInstance);
        try (TableReader reader = TableReader.open(files.get(0))) {
            assertThat(reader.rowCount()).isEqualTo(25);
            assertThat(reader.rows(List.of("at")).next().value(0)).isEqualTo(0L);
        }
        assertThat(results.files("visits", LocalDate.of(2024, 3, 1)).get(0).getLength())
                .isPositive();
    }

    @Test
    void missingTablesAndEmptyFoldersAreToldApart() throws IOException {
        assertThatThrownBy(() -> results.files("visits", null)).hasMessageContaining("no results in stored:");
        ShownTables.write(output, "2024-03-01", ShownTables.HOSTILE);
        assertThatThrownBy(() -> results.files("visit", null)).hasMessageContaining("did you mean visits?");
        Files.createDirectories(output.resolve("visits").resolve("as_of=2024-03-02"));
        assertThatThrownBy(() -> results.files("visits", null)).hasMessageContaining("as_of=2024-03-02");
    }
}
