package io.parcours.ingest;

import java.util.List;
import java.util.Map;

/** The files of a log, found to have the columns that a map reads; {@link InputContract} makes them. */
public final class CheckedFiles {
    private final List<InputFile> files;
    private final Map<InputFile, ParquetColumns> parquet;

    CheckedFiles(List<InputFile> files, Map<InputFile, ParquetColumns> parquet) {
        this.files = List.copyOf(files);
        this.parquet = parquet;
    }

    /** The files, in the order they were given in. */
    public List<InputFile> files() {
        return files;
    }

    /** Where the fields lie in each of the Parquet files. */
    Map<InputFile, ParquetColumns> parquet() {
        return parquet;
    }
}
